import { buildFinding } from "../build-finding"
import { sameCurrency } from "../currency"
import { formatCentimos } from "../../peru/centimos"
import type { FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

/** Somebody else than the report says that it was paid. */
function isBelieved({ confirmed, facts: { store } }: JudgedVoucher): boolean {
  return confirmed || store.captured > 0
}

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
    ...(isBelieved(view)
      ? { atRisk: view.promised }
      : { atRisk: foreign.amount, currencyCode: foreign.currencyCode }),
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
    ...(view.facts.store.captured > 0
      ? { atRisk: view.promised }
      : { atRisk: amount ?? view.promised, currencyCode }),
  })
}

/**
 * A line, or the payment at the gateway, is in another currency than the voucher. What is not booked
 * risks all that came, as it came.
 */
export function currencyMismatch(view: JudgedVoucher): FindingOf<"currency_mismatch"> | null {
  return inReport(view) ?? atGateway(view)
}
