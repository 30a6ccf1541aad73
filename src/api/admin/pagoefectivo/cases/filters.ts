import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../../../../workflows/container"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { codePatterns } from "../../../support/code-patterns"
import { ordersNamed } from "../../../support/order-numbers"
import type { CaseFilterType } from "./validators"

/** The module's filters for what a request asks for. */
export async function caseFilters(
  container: MedusaContainer,
  { q, ...filters }: CaseFilterType,
): Promise<Record<string, unknown>> {
  return { ...filters, ...(q && { $or: await searched(container, q) }) }
}

async function searched(container: MedusaContainer, q: string): Promise<Record<string, unknown>[]> {
  const [orderIds, voucherIds] = await Promise.all([
    ordersNamed(container, q),
    pagoEfectivo(container).cases.vouchersByCode(codePatterns(q), LIMITS.maxSearchedVouchers),
  ])
  return [
    { id: q },
    ...(orderIds.length ? [{ order_id: orderIds }] : []),
    ...(voucherIds.length ? [{ voucher_id: voucherIds }] : []),
  ]
}
