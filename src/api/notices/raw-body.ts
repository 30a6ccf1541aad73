import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { BODY_TIMEOUT_MS, MAX_NOTICE_BYTES } from "./limits"
import { BrandedError } from "../../errors/branded-error"

/** The body is larger than any notice. */
export class NoticeTooLargeError extends BrandedError {
  constructor() {
    super(`A notice has at most ${MAX_NOTICE_BYTES} bytes; this one is larger.`)
  }
}

/**
 * The body's bytes as they came. Medusa keeps them for JSON, text and form bodies; for any other
 * content type the stream is still unread and is read here.
 * @throws NoticeTooLargeError
 */
export async function rawBodyOf(req: MedusaRequest): Promise<Buffer> {
  const kept = (req as { rawBody?: Buffer | string }).rawBody
  if (kept !== undefined) return checkSize(Buffer.from(kept))
  if (req.readableEnded) return Buffer.alloc(0)
  return readStream(req)
}

function readStream(req: MedusaRequest): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const timer = setTimeout(() => {
      reject(new MedusaError(MedusaError.Types.INVALID_DATA, "The body did not arrive in time."))
    }, BODY_TIMEOUT_MS)
    req.on("data", (chunk: Buffer) => {
      size += chunk.length
      if (size > MAX_NOTICE_BYTES) reject(new NoticeTooLargeError())
      else chunks.push(chunk)
    })
    req.on("end", () => resolve(Buffer.concat(chunks)))
    req.on("error", reject)
    req.on("close", () => clearTimeout(timer))
  })
}

function checkSize(body: Buffer): Buffer {
  if (body.length > MAX_NOTICE_BYTES) throw new NoticeTooLargeError()
  return body
}
