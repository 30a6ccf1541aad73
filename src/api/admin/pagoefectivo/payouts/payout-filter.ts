import type { PayoutQuery } from "../../../../modules/pagoefectivo"
import { contains } from "../../../support/code-patterns"
import { searchedAmount } from "../../../support/searched-amount"
import type { PayoutFilters } from "./validators"

/** The list's filters, for the list and for its file. */
export function payoutFilter({
  payout_id,
  unmatched,
  state,
  q,
}: PayoutFilters): Omit<PayoutQuery, "order" | "limit" | "offset"> {
  return {
    payoutId: payout_id,
    unmatched,
    states: state,
    search: q ? { like: contains(q), centimos: searchedAmount(q) } : null,
  }
}
