import { buildFinding } from "../build-finding"
import { sameCurrency } from "../currency"
import { formatCentimos } from "../../peru/centimos"
import type { FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

function inReport(view: JudgedVoucher): FindingOf<"currency_mismatch"> | null {
  if (view.sums.foreignLines === 0) {
    return null
  }
  const foreign = view.facts.lines.find(
    (line) => !sameCurrency(line.currencyCode, view.currencyCode),
  )
  if (foreign === undefined) {
    return null
  }
  return buildFinding(view, "currency_mismatch", {
    detail: "settlement",
    expected: {
      amount: formatCentimos(view.promised),
      currency_code: view.currencyCode.toLowerCase(),
    },
    actual: {
      amount: formatCentimos(foreign.amount),
      currency_code: foreign.currencyCode.toLowerCase(),
    },
    atRisk: view.promised,
    lineId: foreign.id,
    payoutId: foreign.payoutId,
  })
}

function atGateway(view: JudgedVoucher): FindingOf<"currency_mismatch"> | null {
  const { currencyCode, amount } = view.facts.gateway
  if (!view.confirmed || currencyCode === null || sameCurrency(currencyCode, view.currencyCode)) {
    return null
  }
  return buildFinding(view, "currency_mismatch", {
    detail: "gateway",
    expected: {
      amount: formatCentimos(view.promised),
      currency_code: view.currencyCode.toLowerCase(),
    },
    actual: {
      ...(amount === null ? {} : { amount: formatCentimos(amount) }),
      currency_code: currencyCode.toLowerCase(),
    },
    atRisk: view.promised,
  })
}

/** A line, or the payment at the gateway, is in another currency than the voucher. */
export function currencyMismatch(view: JudgedVoucher): FindingOf<"currency_mismatch"> | null {
  return inReport(view) ?? atGateway(view)
}
