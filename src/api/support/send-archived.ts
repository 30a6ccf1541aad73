import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { refused } from "../../errors/refusal"

/**
 * An archived file as it came, byte for byte.
 * @throws MedusaError (not_found) once its time is over.
 */
export async function sendArchived(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  { file_id, filename }: { file_id: string | null; filename: string },
): Promise<void> {
  if (!file_id) {
    throw refused("file_not_archived", { filename })
  }
  const file = await req.scope.resolve(Modules.FILE).getDownloadStream(file_id)
  res.setHeader("Content-Type", "application/octet-stream")
  res.setHeader(
    "Content-Disposition",
    `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`,
  )
  res.setHeader("Cache-Control", "no-store")
  await pipeline(file, res)
}
