import type { MedusaContainer } from "@medusajs/framework/types"
import type { CaseRow } from "../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../workflows/container"
import { orderNumbers } from "../../../support/order-numbers"
import type { CaseContext } from "./present-case"

/** Codes and order numbers of a batch of cases, in one question each. */
export async function loadCaseContext(
  container: MedusaContainer,
  rows: CaseRow[],
): Promise<CaseContext> {
  const voucherIds = [...new Set(rows.flatMap(({ voucher_id }) => voucher_id ?? []))]
  const [vouchers, numbers] = await Promise.all([
    voucherIds.length
      ? pagoEfectivo(container).listVouchers(
          { id: voucherIds },
          { select: ["id", "cip"], take: voucherIds.length },
        )
      : [],
    orderNumbers(
      container,
      rows.map(({ order_id }) => order_id),
    ),
  ])
  return { cips: new Map(vouchers.map(({ id, cip }) => [id, cip])), orderNumbers: numbers }
}
