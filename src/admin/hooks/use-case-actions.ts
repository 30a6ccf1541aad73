import type { CaseAction } from "../../reconciliation/case-actions"
import type { AdminCase, AdminCaseResponse } from "../../http-types"
import { post } from "../lib/client"
import { useAction } from "./use-action"
import { useText } from "./use-text"
import { useOfferUndo, useUndo } from "./use-undo"

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
  const offerUndo = useOfferUndo()
  const resolve = useAction<CaseDecisionInput, AdminCaseResponse>({
    run: (decision) => post(`${path}/resolve`, { ...decision, version: item.version }),
    done: (answer) => {
      if (answer.case.status === "open") return t("case.recorded")
      offerUndo(t("case.closed"), () => undo.mutate(answer.case))
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
