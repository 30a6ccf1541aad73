import { toast } from "@medusajs/ui"
import type { CaseAction } from "../../reconciliation/case-actions"
import type { AdminCase, AdminCaseBulkResponse, AdminCaseResponse } from "../../http-types"
import { post } from "../lib/client"
import { leavesOpen } from "../lib/resolution-rules"
import { useAction } from "./use-action"
import { useRefusalText } from "./use-error-text"
import { useText } from "./use-text"
import { useOfferUndo, useUndo } from "./use-undo"

export interface CaseDecisionInput {
  action: CaseAction
  note?: string
  reference?: string
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
    done: (answer, { action }) => {
      if (leavesOpen(action)) return t("case.recorded")
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

export type BulkTarget = { ids: string[] } | { filter: Record<string, unknown> }

export function useBulk(done: () => void) {
  const { t } = useText()
  const whyRefused = useRefusalText()
  return useAction<CaseDecisionInput & BulkTarget, AdminCaseBulkResponse>({
    run: (decision) => post("/cases/bulk", decision),
    done: ({ resolved, failed }) => {
      done()
      const first = failed[0]
      if (!first) return t("case.bulk_done", { count: resolved.length })
      toast.warning(t("case.bulk_partly", { done: resolved.length, failed: failed.length }), {
        description: whyRefused(first) ?? first.message,
      })
      return null
    },
  })
}
