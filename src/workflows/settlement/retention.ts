import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../container"

const DAY_MS = 86_400_000

/** Until when a file that is archived now is kept. */
export function keptUntil(container: MedusaContainer, now: Date): Date {
  return new Date(now.getTime() + pagoEfectivo(container).options.retentionDays * DAY_MS)
}
