import type { UnmatchedLine } from "../facts"
import { formatCentimos } from "../../peru/centimos"
import type { FindingOf } from "../reasons"

/** A settled line that belongs to no voucher of this store. */
export function unknownReference(line: UnmatchedLine): FindingOf<"unknown_reference"> {
  const hasReference = line.externalReference !== null || line.paymentId !== null
  return {
    reason: "unknown_reference",
    ...(hasReference ? {} : { detail: "no_reference" }),
    key: `unknown_reference:${line.id}`,
    expected: { vouchers: "1" },
    actual: {
      vouchers: "0",
      amount: formatCentimos(line.amount),
      type: line.type,
      ...(line.externalReference === null ? {} : { external_reference: line.externalReference }),
      ...(line.paymentId === null ? {} : { payment_id: line.paymentId }),
    },
    amountAtRisk: formatCentimos(Math.abs(line.amount)),
    currencyCode: line.currencyCode.toLowerCase(),
    lineId: line.id,
    ...(line.payoutId === null ? {} : { payoutId: line.payoutId }),
  }
}
