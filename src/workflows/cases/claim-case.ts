import type { MedusaContainer } from "@medusajs/framework/types"
import { refused } from "../../errors/refusal"
import { limaDate } from "../../peru/lima"
import { pagoEfectivo } from "../container"

/** What was claimed of the collector. */
export interface CaseClaim {
  /** Lima's day; today unless told. */
  claimedOn?: string | null
  /** Lima's day by which the collector is to answer. */
  answerDue?: string | null
}

/** The columns of a claim. */
export function claimColumns({ claimedOn, answerDue }: CaseClaim, reference?: string | null) {
  return {
    claimed_on: claimedOn ?? limaDate(Date.now()),
    answer_due: answerDue ?? null,
    claim_reference: reference ?? null,
  }
}

/** @throws MedusaError (invalid_data) for a day of claiming to come, or an answer due before it. */
export function checkClaim(claim: CaseClaim): void {
  const today = limaDate(Date.now())
  const { claimed_on, answer_due } = claimColumns(claim)
  if (claimed_on > today) {
    throw refused("claimed_later", { found: claimed_on, today })
  }
  if (answer_due !== null && answer_due < claimed_on) {
    throw refused("answer_before_claim", { found: answer_due, claimed_on })
  }
}

/**
 * Takes the mark of a claim away, as one that was made by mistake.
 * @throws MedusaError (not_found; not_allowed when the case is closed or not claimed);
 *   CaseConflictError when somebody else was faster.
 */
export async function withdrawClaim(
  container: MedusaContainer,
  input: { caseId: string; note?: string | null; version?: number; actor: string },
): Promise<void> {
  const service = pagoEfectivo(container)
  const known = await service.retrieveCase(input.caseId)
  if (known.status !== "open" || known.claimed_on === null) {
    const found = known.status === "open" ? "not claimed" : known.status
    throw refused("case_not_claimed", { id: known.id, found })
  }
  await service.cases.change({
    id: known.id,
    version: input.version ?? known.version,
    kind: "claim_withdrawn",
    actor: input.actor,
    note: input.note ?? null,
    set: { claimed_on: null, answer_due: null, claim_reference: null },
  })
}
