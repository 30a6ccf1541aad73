import { MedusaError } from "@medusajs/framework/utils"
import { MAX_LOGO_BYTES } from "../../voucher"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"

/**
 * The bytes of a logo: of a `data:` URI, which `fetch` reads too, or of a file on the backend's own
 * host. A redirect could lead elsewhere and is an error.
 *
 * @throws MedusaError when the host answers with an error or with too much; `fetch`'s own errors when
 *   it does not answer within {@link LIMITS.logoTimeoutMs}
 */
export async function fetchLogo(url: string): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(LIMITS.logoTimeoutMs)
  const response = await fetch(url, { signal, redirect: "error" })
  if (!response.ok || !response.body) {
    throw refused(MedusaError.Types.NOT_FOUND, `${url} answered ${response.status}`, "an image")
  }
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > MAX_LOGO_BYTES) {
      throw refused(
        MedusaError.Types.INVALID_DATA,
        `more than ${MAX_LOGO_BYTES} bytes`,
        "at most that",
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function refused(type: string, found: string, expected: string): MedusaError {
  return new MedusaError(type, `logo: found ${found}, expected ${expected}`)
}
