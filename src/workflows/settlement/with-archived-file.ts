import { createWriteStream } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** Lends out an archived file as a file of this machine; it is gone afterwards. */
export async function withArchivedFile<Result>(
  container: MedusaContainer,
  fileId: string,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "pagoefectivo-archived-"))
  try {
    const path = join(folder, "file")
    const archived = await container.resolve(Modules.FILE).getDownloadStream(fileId)
    await pipeline(archived, createWriteStream(path))
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
