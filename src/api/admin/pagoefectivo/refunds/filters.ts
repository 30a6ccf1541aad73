import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../../../../workflows/container"
import { codePatterns } from "../../../support/code-patterns"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { ordersNamed } from "../../../support/order-numbers"
import type { GetRefundsParamsType } from "./validators"

type Filters = Omit<GetRefundsParamsType, "limit" | "offset" | "order" | "fields">

/** The module's filters for what a request asks for. */
export async function refundFilters(
  container: MedusaContainer,
  { q, ...filters }: Filters,
): Promise<Record<string, unknown>> {
  if (!q) return filters
  const named = { ...codePatterns(q), orderIds: await ordersNamed(container, q) }
  const vouchers = await pagoEfectivo(container).refunds.vouchersNamed(
    named,
    LIMITS.maxSearchedVouchers,
  )
  return { ...filters, $or: [{ id: q }, { reference: q }, { voucher_id: vouchers }] }
}
