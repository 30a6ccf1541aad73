import type { AdminVoucher } from "../../http-types"
import { download } from "../lib/client"
import { useAction } from "./use-action"

/** The whole chain of an order's money as one file, for a bank, an auditor or the gateway. */
export function useEvidence({ order_id, order_display_id }: AdminVoucher) {
  return useAction({
    isReading: true,
    run: () =>
      download(`/orders/${order_id}/evidence`, {}, `pagoefectivo-${order_display_id}.json`),
  })
}
