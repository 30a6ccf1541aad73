import { rm } from "node:fs/promises"
import os from "node:os"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import multer, { MulterError } from "multer"
import { plainFilename } from "../../settlement"
import { BrandedError } from "../../errors/branded-error"
import { refused, withReason } from "../../errors/refusal"

export interface Upload {
  /** A temporary file of this machine. */
  path: string
  /** As its owner named it; see `plainFilename`. */
  filename: string
  /** The form's other fields. */
  fields: Record<string, unknown>
}

/** Fields beside the file, and the characters of one. */
const MAX_FIELDS = 20
const MAX_FIELD_CHARACTERS = 1_000

/** Answered with 413. */
export class UploadTooLargeError extends BrandedError {
  constructor(maxBytes: number) {
    super(
      `The upload can't be read: found a file above ${maxBytes} bytes, expected at most ${maxBytes} bytes.`,
    )
    withReason(this, { code: "file_too_large", values: { most: maxBytes } })
  }
}

/**
 * Receives the form's `file` as a stream into a temporary file, hands it to `use`, and removes it,
 * whatever happens.
 * @throws MedusaError (invalid_data) when there is no file, or more than one; UploadTooLargeError.
 */
export async function withUpload<Result, Body>(
  req: MedusaRequest,
  res: MedusaResponse<Body>,
  maxBytes: number,
  use: (upload: Upload) => Promise<Result>,
): Promise<Result> {
  const file = await receive(req, res, maxBytes)
  try {
    const filename = plainFilename(file.originalname)
    return await use({ path: file.path, filename, fields: { ...(req.body as object) } })
  } finally {
    await rm(file.path, { force: true })
  }
}

function receive<Body>(
  req: MedusaRequest,
  res: MedusaResponse<Body>,
  maxBytes: number,
): Promise<Express.Multer.File> {
  const upload = multer({
    storage: multer.diskStorage({ destination: os.tmpdir() }),
    limits: { fileSize: maxBytes, files: 1, fields: MAX_FIELDS, fieldSize: MAX_FIELD_CHARACTERS },
    defParamCharset: "utf8",
  }).single("file")
  return new Promise((resolve, reject) => {
    // Medusa's request and response are Express's; only their declared types differ.
    upload(req as never, res as never, (error: unknown) => {
      const { file } = req as { file?: Express.Multer.File }
      if (error) reject(refusal(error, maxBytes))
      else if (file) resolve(file)
      else reject(refused("upload_without_file"))
    })
  })
}

function refusal(error: unknown, maxBytes: number): unknown {
  if (!(error instanceof MulterError)) {
    return error instanceof Error && /multipart|form/i.test(error.message)
      ? refused("upload_unreadable", { problem: error.message })
      : error
  }
  if (error.code === "LIMIT_FILE_SIZE") return new UploadTooLargeError(maxBytes)
  return refused("upload_unreadable", {
    problem: `${error.message}${error.field ? ` (${error.field})` : ""}`,
  })
}
