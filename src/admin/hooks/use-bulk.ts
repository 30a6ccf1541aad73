import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import type { AdminCaseBulkResponse } from "../../http-types"
import { post } from "../lib/client"
import { errorText } from "../lib/error-text"
import { leavesOpen } from "../lib/resolution-rules"
import { refreshAll } from "./query-keys"
import { useAction } from "./use-action"
import type { CaseDecisionInput } from "./use-case-actions"
import { useText } from "./use-text"

export type BulkTarget = { ids: string[] } | { filter: Record<string, unknown> }

export type BulkChange =
  | CaseDecisionInput
  | { action: "assign"; assigned_to: string | null }
  | { action: "note"; note: string }
  | { action: "reopen" }

/** The same on many cases. `onFailed`: some stayed as they were. */
export function useBulk(done: () => void, onFailed: (answer: AdminCaseBulkResponse) => void) {
  const { t } = useText()
  const undo = useUndo(onFailed)
  return useAction<BulkChange & BulkTarget, AdminCaseBulkResponse>({
    run: (change) => post("/cases/bulk", change),
    done: (answer, { action }) => {
      done()
      const { resolved, failed } = answer
      if (failed.length > 0) onFailed(answer)
      if (resolved.length === 0) return null
      const told = t("case.bulk_done", { count: resolved.length })
      if (!closes(action)) return told
      toast.success(told, {
        action: {
          label: t("actions.undo"),
          altText: t("actions.undo"),
          onClick: () => void undo(answer),
        },
      })
      return null
    },
  })
}

function closes(action: BulkChange["action"]): boolean {
  return action !== "assign" && action !== "note" && action !== "reopen" && !leavesOpen(action)
}

/** Outlives the selection: the toast may be clicked after other cases were selected. */
function useUndo(onFailed: (answer: AdminCaseBulkResponse) => void) {
  const client = useQueryClient()
  const { t } = useText()
  return async ({ resolved: ids, versions }: AdminCaseBulkResponse) => {
    try {
      const answer = await post<AdminCaseBulkResponse>("/cases/bulk", {
        action: "reopen",
        ids,
        versions,
      })
      if (answer.failed.length > 0) onFailed(answer)
      toast.success(t("case.bulk_reopened", { count: answer.resolved.length }))
    } catch (error) {
      toast.error(t("errors.refused"), { description: errorText(error) })
    }
    await refreshAll(client)
  }
}
