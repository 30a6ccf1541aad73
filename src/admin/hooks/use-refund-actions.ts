import type { AdminRefundResponse } from "../../http-types"
import { post } from "../lib/client"
import { startOfLimaDay } from "../lib/dates"
import { useAction } from "./use-action"
import { useText } from "./use-text"

interface Transfer {
  /** Lima's day. */
  day: string
  reference: string
}

/** Says that the bank transfer of a refund was made. */
export function useTransfer(refundId: string) {
  const { t } = useText()
  return useAction<Transfer, AdminRefundResponse>({
    run: ({ day, reference }) =>
      post(`/refunds/${refundId}/transferred`, { date: startOfLimaDay(day), reference }),
    done: () => t("refund.saved"),
  })
}
