import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import type { CaseAction } from "../../reconciliation/case-actions"
import type { AdminCase, AdminCaseResponse } from "../../http-types"
import { post } from "../lib/client"
import { errorText } from "../lib/error-text"
import { refreshAll } from "./query-keys"
import { useAction } from "./use-action"
import { useText } from "./use-text"

export interface CaseDecisionInput {
  action: CaseAction
  note?: string
  reference?: string
  /** Given back by transfer. */
  amount?: string
  /** Of a claim: Lima's days. */
  claimed_on?: string
  answer_due?: string
  order_id?: string
  voucher_id?: string
}

/** What an admin can do with one case. */
export function useCaseActions(item: Pick<AdminCase, "id" | "version">) {
  const { t } = useText()
  const path = `/cases/${item.id}`
  const undo = useUndo()
  const resolve = useAction<CaseDecisionInput, AdminCaseResponse>({
    run: (decision) => post(`${path}/resolve`, { ...decision, version: item.version }),
    done: (answer) => {
      if (answer.case.status === "open") return t("case.recorded")
      toast.success(t("case.closed"), {
        action: {
          label: t("actions.undo"),
          altText: t("actions.undo"),
          onClick: () => undo(answer.case),
        },
      })
      return null
    },
  })
  const reopen = useAction<void, AdminCaseResponse>({
    run: () => post(`${path}/reopen`, { version: item.version }),
    done: () => t("case.reopened"),
  })
  const addNote = useAction<string, AdminCaseResponse>({
    run: (note) => post(`${path}/notes`, { note }),
  })
  const assign = useAction<string | null, AdminCaseResponse>({
    run: (assigned_to) => post(`${path}/assign`, { assigned_to, version: item.version }),
  })
  return { resolve, reopen, addNote, assign }
}

/** Outlives the drawer: the toast may be clicked after it was closed. */
function useUndo() {
  const client = useQueryClient()
  const { t } = useText()
  return async ({ id, version }: AdminCase) => {
    try {
      await post(`/cases/${id}/reopen`, { version })
      toast.success(t("case.reopened"))
    } catch (error) {
      toast.error(t("errors.refused"), { description: errorText(error) })
    }
    await refreshAll(client)
  }
}
