import { usePrompt } from "@medusajs/ui"
import { post } from "../lib/client"
import { startOfLimaDay } from "../lib/dates"
import { useAction } from "./use-action"
import { useText } from "./use-text"

export interface OtherPaymentEntered {
  /** Lima's day. */
  day: string
  means: string
  reference: string
}

export interface ChargeEntered {
  provider_id?: string
  reason?: string
}

/** What a person can decide about an order that nobody has paid. */
export function useUnpaidOrder(orderId: string) {
  const { t } = useText()
  const confirm = usePrompt()
  const pay = useAction({
    run: ({ day, means, reference }: OtherPaymentEntered) =>
      post(`/orders/${orderId}/other-payment`, {
        paid_at: startOfLimaDay(day),
        means,
        ...(reference && { reference }),
      }),
    done: () => t("unpaid.paid_done"),
  })
  const close = useAction({
    run: () => post(`/orders/${orderId}/close-unpaid`),
    done: () => t("unpaid.closed_done"),
  })
  const charge = useAction({
    run: (entered: ChargeEntered) => post(`/orders/${orderId}/codes`, entered),
    done: () => t("unpaid.charged"),
  })
  const askAndClose = async () => {
    const agreed = await confirm({
      title: t("unpaid.close_title"),
      description: t("unpaid.close_text"),
      confirmText: t("unpaid.close"),
      cancelText: t("actions.cancel"),
    })
    if (agreed) close.mutate()
  }
  return { pay, charge, askAndClose, isClosing: close.isPending }
}
