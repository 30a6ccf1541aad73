import { buildFinding } from "../build-finding"
import type { SettlementLine } from "../facts"
import { formatCentimos } from "../../peru/centimos"
import type { FindingOf } from "../reasons"
import type { VoucherView } from "../voucher-view"

/** One payment was settled more than once; `lines` are those beyond the promised amount. */
export function duplicateLines(
  view: VoucherView,
  lines: readonly SettlementLine[],
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
