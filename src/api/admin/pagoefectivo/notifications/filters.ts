import { likePrefix } from "../../../support/like-prefix"
import type { GetNotificationsParamsType } from "./validators"

type Filters = Omit<GetNotificationsParamsType, "limit" | "offset" | "order" | "fields">

export function noticeFilters({ q, ...filters }: Filters): Record<string, unknown> {
  if (!q) return filters
  return {
    ...filters,
    $or: [
      { gateway_id: { $like: likePrefix(q) } },
      { transaction_code: { $like: likePrefix(q) } },
      { operation_number: q },
      { id: q },
    ],
  }
}
