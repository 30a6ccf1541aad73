import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../container"

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
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Case ${known.id} is open already.`)
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
