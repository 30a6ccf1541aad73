import type { MedusaContainer } from "@medusajs/framework/types"
import { codePatterns } from "../../../support/code-patterns"
import { ordersNamed } from "../../../support/order-numbers"
import type { GetVouchersParamsType } from "./validators"

type Filters = Omit<GetVouchersParamsType, "limit" | "offset" | "order" | "fields" | "settled">

/** The module's filters for what a request asks for. */
export async function voucherFilters(
  container: MedusaContainer,
  { q, has_closing_task, ...filters }: Filters,
): Promise<Record<string, unknown>> {
  return {
    ...filters,
    ...(has_closing_task !== undefined && {
      closing_reason: has_closing_task ? { $ne: null } : null,
    }),
    ...(q && { $or: await searched(container, q) }),
  }
}

async function searched(container: MedusaContainer, q: string): Promise<Record<string, unknown>[]> {
  const orderIds = await ordersNamed(container, q)
  const { cip, transactionCode } = codePatterns(q)
  return [
    { cip: { $like: cip } },
    { transaction_code: { $like: transactionCode } },
    { id: q },
    ...(orderIds.length ? [{ order_id: orderIds }] : []),
  ]
}
