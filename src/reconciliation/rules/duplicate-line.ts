import { buildFinding } from "../build-finding"
import type { LineFacts } from "../facts"
import { formatCentimos } from "../../peru/centimos"
import type { FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

/** One payment was settled more than once; `lines` are those beyond the promised amount. */
export function duplicateLines(
  view: JudgedVoucher,
  lines: readonly LineFacts[],
): FindingOf<"duplicate_line">[] {
  return lines.map((line) =>
    buildFinding(view, "duplicate_line", {
      subject: line.id,
      lineId: line.id,
      payoutId: line.payoutId,
      expected: { amount: "0.00" },
      actual: { amount: formatCentimos(line.amount) },
      atRisk: line.amount,
    }),
  )
}
