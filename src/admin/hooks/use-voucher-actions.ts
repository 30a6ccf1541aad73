import { usePrompt } from "@medusajs/ui"
import { post } from "../lib/client"
import type {
  AdminNoticeResponse,
  AdminVoucherCheckResponse,
  AdminVoucherVoidResponse,
} from "../../http-types"
import { useAction } from "./use-action"
import { useText } from "./use-text"

/** What an admin can do with one code. */
export function useVoucherActions(voucher: { id: string; cip: string }) {
  const { t } = useText()
  const confirm = usePrompt()
  const path = `/vouchers/${voucher.id}`
  const check = useAction<void, AdminVoucherCheckResponse>({
    run: () => post(`${path}/check`),
    done: ({ outcome }) => t(`check_outcome.${outcome}`),
  })
  const resend = useAction({
    run: () => post(`${path}/resend`),
    done: () => t("voucher.resent"),
  })
  const close = useAction<void, AdminVoucherVoidResponse>({
    run: () => post(`${path}/void`),
    done: ({ outcome }) => t(`void_outcome.${outcome}`),
  })
  const askAndVoid = async () => {
    const agreed = await confirm({
      title: t("voucher.void_title", { cip: voucher.cip }),
      description: t("voucher.void_text"),
      confirmText: t("actions.void"),
      cancelText: t("actions.cancel"),
    })
    if (agreed) close.mutate()
  }
  return {
    check: () => check.mutate(),
    resend: () => resend.mutate(),
    askAndVoid,
    isBusy: check.isPending || resend.isPending || close.isPending,
    isChecking: check.isPending,
  }
}

export function useReplayNotice() {
  const { t } = useText()
  return useAction<string, AdminNoticeResponse>({
    run: (id) => post(`/notifications/${id}/replay`),
    done: ({ notification: { status } }) =>
      t(status === "failed" ? "notice.replay_failed" : "notice.replayed"),
  })
}
