import { buildFinding } from "../build-finding"
import { sameCurrency } from "../currency"
import { sumAmounts } from "../find-subset"
import { formatCentimos, type Centimos } from "../../peru/centimos"
import type { FindingDetail, FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

/** What was paid at the gateway, where it differs from the voucher; otherwise null. */
export function differingGatewayAmount(view: JudgedVoucher): Centimos | null {
  const { amount } = view.facts.gateway
  return view.confirmed && amount !== view.promised ? amount : null
}

/** What the report says was paid; null where it says nothing that can be compared. */
function reportedAmount({ sums, promised }: JudgedVoucher, extra: Centimos): Centimos | null {
  if (sums.paymentLines === 0) {
    return null
  }
  if (sums.takenBack > 0 && sums.kept < promised) {
    return sums.gross === 0 ? null : Math.min(sums.gross, promised)
  }
  return sums.kept - extra
}

/** What shoppers paid as reported, beside lines that settle it; null where nothing tells of both. */
function paidAmount({ ledgers, currencyCode }: JudgedVoucher): Centimos | null {
  const paid = ledgers.paid.filter((line) => sameCurrency(line.currencyCode, currencyCode))
  return ledgers.isSettled && paid.length > 0 ? sumAmounts(paid) : null
}

function mismatch(
  view: JudgedVoucher,
  detail: FindingDetail<"amount_mismatch">,
  amount: Centimos,
): FindingOf<"amount_mismatch"> {
  const gatewayAmount = differingGatewayAmount(view)
  const addsGateway = gatewayAmount !== null && gatewayAmount !== amount
  return buildFinding(view, "amount_mismatch", {
    detail,
    expected: {
      amount: formatCentimos(view.promised),
      ...(addsGateway ? { gateway_amount: formatCentimos(view.promised) } : {}),
    },
    actual: {
      amount: formatCentimos(amount),
      ...(addsGateway ? { gateway_amount: formatCentimos(gatewayAmount) } : {}),
    },
    // What is not booked risks all that was paid; what is booked, or has a case for that, the difference.
    atRisk:
      gatewayAmount !== null && view.facts.store.captured === 0
        ? gatewayAmount
        : amount - view.promised,
  })
}

/**
 * The report's lines, the payment at the gateway or the store's capture differ from the voucher, in
 * this order. `extra` is what duplicates of this voucher account for already. A shortage is a case
 * at once (a wrong currency is left to its own rule): whether another line follows can't be known, and if it does, the case heals.
 */
export function amountMismatch(
  view: JudgedVoucher,
  extra: Centimos,
): FindingOf<"amount_mismatch"> | null {
  const { promised } = view
  for (const reported of [reportedAmount(view, extra), paidAmount(view)]) {
    if (reported !== null && reported !== promised) {
      return mismatch(view, reported < promised ? "underpaid" : "overpaid", reported)
    }
  }
  const atGateway = differingGatewayAmount(view)
  if (atGateway !== null) {
    return mismatch(
      view,
      atGateway < promised ? "gateway_underpaid" : "gateway_overpaid",
      atGateway,
    )
  }
  const { captured } = view.facts.store
  return captured > promised ? mismatch(view, "captured_more", captured) : null
}
