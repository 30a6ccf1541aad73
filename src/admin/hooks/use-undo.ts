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

/** Long enough to be read, and reached by keyboard (Alt + T). */
const UNDO_MS = 10_000
const NARROW = "(max-width: 640px)"

/** Says what was done, with a way back while it is shown: not on top of a drawer's buttons. */
export function useOfferUndo() {
  const { t } = useText()
  return (message: string, undo: () => void) =>
    toast.success(message, {
      duration: UNDO_MS,
      position: window.matchMedia(NARROW).matches ? "top-center" : "bottom-left",
      action: { label: t("actions.undo"), altText: t("actions.undo"), onClick: undo },
    })
}
