import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminPayoutLine } from "../../../../http-types"
import type { PayoutLineRecord } from "../../../../modules/pagoefectivo"
import { orderNumbers } from "../../../support/order-numbers"
import { presentLine } from "../settlement-reports/present-report"

/** Lines of payouts as an answer shows them, with the numbers of their orders. */
export async function presentPayoutLines(
  container: MedusaContainer,
  records: PayoutLineRecord[],
): Promise<AdminPayoutLine[]> {
  const numbers = await orderNumbers(
    container,
    records.map(({ order_id }) => order_id),
  )
  return records.map((record) => present(record, numbers))
}

function present(record: PayoutLineRecord, numbers: Map<string, number>): AdminPayoutLine {
  const { report_id, filename, line_number, voucher_id, cip, order_id, cases } = record
  return {
    ...presentLine(record),
    report: { id: report_id, filename, row: line_number },
    voucher: voucher_id ? { id: voucher_id, cip } : null,
    order: order_id ? { id: order_id, display_id: numbers.get(order_id) ?? null } : null,
    // Cases are only ever opened for one of these.
    cases: cases as AdminPayoutLine["cases"],
  }
}
