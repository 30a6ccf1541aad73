import { toast } from "@medusajs/ui"
import type { AdminCase, AdminCaseResponse } from "../../http-types"
import { post } from "../lib/client"
import { useAction } from "./use-action"
import { useText } from "./use-text"

/** Opens a decided case again. It outlives what it was offered in: the toast stays when a drawer closes. */
export function useUndo() {
  const { t } = useText()
  return useAction<Pick<AdminCase, "id" | "version">, AdminCaseResponse>({
    run: ({ id, version }) => post(`/cases/${id}/reopen`, { version }),
    done: () => t("case.reopened"),
  })
}

/** Says what was done, with a way back while it is shown. */
export function useOfferUndo() {
  const { t } = useText()
  return (message: string, undo: () => void) =>
    toast.success(message, {
      action: { label: t("actions.undo"), altText: t("actions.undo"), onClick: undo },
    })
}
