import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../../../../workflows/container"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { likePrefix } from "../../../support/like-prefix"
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
  const pattern = likePrefix(q)
  const [orderIds, vouchers] = await Promise.all([
    ordersNamed(container, q),
    pagoEfectivo(container).listVouchers(
      { $or: [{ cip: { $like: pattern } }, { transaction_code: { $like: pattern } }] },
      { select: ["id"], take: LIMITS.maxSearchedVouchers },
    ),
  ])
  return [
    { id: q },
    ...(orderIds.length ? [{ order_id: orderIds }] : []),
    ...(vouchers.length ? [{ voucher_id: vouchers.map(({ id }) => id) }] : []),
  ]
}
