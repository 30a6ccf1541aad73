import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../container"
import { messageOf } from "../error-message"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"

const DAY_MS = 86_400_000

/** What the record of a report or a table says while its file is taken in. */
export function importing(container: MedusaContainer, filename: string, importedBy: string) {
  const now = new Date()
  const { retentionDays } = pagoEfectivo(container).options
  return {
    filename,
    imported_by: importedBy,
    status: "importing" as const,
    started_at: now,
    finished_at: null,
    error: null,
    kept_until: new Date(now.getTime() + retentionDays * DAY_MS),
  }
}

/** What it says when the file could not be taken in. */
export function failed(error: unknown) {
  return {
    status: "failed" as const,
    finished_at: new Date(),
    error: messageOf(error).slice(0, LIMITS.maxErrorCharacters),
  }
}
