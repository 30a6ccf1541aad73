import { randomBytes } from "node:crypto"
import { createReadStream } from "node:fs"
import { readFile } from "node:fs/promises"
import { pipeline } from "node:stream/promises"
import type { IFileModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MAX_FILENAME_CHARS } from "../../settlement"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"
import { refused } from "../../errors/refusal"

/**
 * Unguessable, because Medusa's local file provider serves private files to whoever knows the name.
 */
const NAME_BYTES = 16
const MIME_TYPE = "application/octet-stream"

export interface ArchivedFile {
  path: string
  filename: string
  size: number
}

type UploadTarget = Parameters<IFileModuleService["getUploadStream"]>[0]

/**
 * Keeps a file untouched in the File Module, as a stream where its provider takes one.
 * @param begun is told the archived file's id before its first byte is sent, where the provider says
 *   it by then: a process that dies on the way leaves nothing that nobody knows of
 * @returns the archived file's id
 * @throws MedusaError (not_allowed) for a large file and a provider without streams.
 */
export async function archiveFile(
  container: MedusaContainer,
  file: ArchivedFile,
  begun: (fileId: string) => Promise<void>,
): Promise<string> {
  const files = container.resolve(Modules.FILE)
  const target = {
    filename: `pagoefectivo-${randomBytes(NAME_BYTES).toString("hex")}-${plainName(file.filename)}`,
    mimeType: MIME_TYPE,
    access: "private" as const,
  }
  const upload = await uploadStream(files, target)
  if (upload) {
    await begun(upload.fileKey)
    const [kept] = await Promise.all([
      upload.promise,
      pipeline(createReadStream(file.path), upload.writeStream),
    ])
    return kept.key
  }
  if (file.size > LIMITS.maxBufferedArchiveBytes) {
    throw refused("file_not_archivable", { bytes: file.size, most: LIMITS.maxBufferedArchiveBytes })
  }
  const content = (await readFile(file.path)).toString("base64")
  return (await files.createFiles({ ...target, content })).id
}

/** Null where the provider has no streams, which it says by throwing. */
async function uploadStream(files: IFileModuleService, target: UploadTarget) {
  try {
    return await files.getUploadStream(target)
  } catch {
    return null
  }
}

function plainName(filename: string): string {
  return filename.replace(/[^A-Za-z0-9._-]+/g, "_").slice(-MAX_FILENAME_CHARS)
}
