import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../container"
import { refused } from "../../errors/refusal"

/**
 * Takes a person's verdict back. What an action has done outside the case (a recorded refund, a
 * placed order) stays; the history shows both.
 */
export async function reopenCase(
  container: MedusaContainer,
  input: { caseId: string; note?: string | null; version?: number; actor: string },
): Promise<void> {
  const service = pagoEfectivo(container)
  const known = await service.retrieveCase(input.caseId)
  if (known.status === "open") {
    throw refused("case_is_open", { id: known.id })
  }
  await service.cases.change({
    id: known.id,
    version: input.version ?? known.version,
    kind: "reopened",
    actor: input.actor,
    note: input.note ?? null,
    set: {
      status: "open",
      resolution: null,
      resolved_by: null,
      // It closed when all was given back, and that stays.
      ...(known.resolution === "refunded_outside" && { amount_at_risk_centimos: 0 }),
    },
  })
}
