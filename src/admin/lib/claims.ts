import type { AdminCase } from "../../http-types"
import { limaDayOf } from "./dates"

export type ClaimState = "waiting" | "due" | "overdue"

/** How the claim of an open case stands on a day of Lima; null where there is none to look after. */
export function claimState(
  { status, claimed_on, answer_due }: Pick<AdminCase, "status" | "claimed_on" | "answer_due">,
  now: Date,
): ClaimState | null {
  if (status !== "open" || claimed_on === null) return null
  const today = limaDayOf(now)
  if (answer_due === null || answer_due > today) return "waiting"
  return answer_due === today ? "due" : "overdue"
}
