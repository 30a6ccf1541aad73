import { codePatterns } from "../../../support/code-patterns"
import type { GetNotificationsParamsType } from "./validators"

type Filters = Omit<GetNotificationsParamsType, "limit" | "offset" | "order" | "fields">

export function noticeFilters({ q, ...filters }: Filters): Record<string, unknown> {
  if (!q) return filters
  const { cip, transactionCode } = codePatterns(q)
  return {
    ...filters,
    $or: [
      { gateway_id: { $like: cip } },
      { transaction_code: { $like: transactionCode } },
      { operation_number: q },
      { id: q },
    ],
  }
}
