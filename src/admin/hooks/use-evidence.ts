import type { AdminVoucher } from "../../http-types"
import { download } from "../lib/client"
import { useAction } from "./use-action"
import { useText } from "./use-text"

/** The languages in which it is printed; others read English. */
const PRINTED: Record<string, string> = { es: "es", zhCN: "zh" }

/**
 * The whole chain of an order's money as one file, for a bank, an auditor or the gateway: to print
 * (`html`), or for programs.
 */
export function useEvidence({ order_id, order_display_id }: AdminVoucher) {
  const { language } = useText()
  return useAction<"html" | "json">({
    isReading: true,
    run: (format) =>
      download(
        `/orders/${order_id}/evidence`,
        { format, lang: PRINTED[language] ?? "en" },
        `pagoefectivo-pedido-${order_display_id}.${format}`,
      ),
  })
}
