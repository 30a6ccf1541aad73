import type { AdminCaseBulkResponse } from "../../http-types"
import { post } from "../lib/client"
import { leavesOpen } from "../lib/resolution-rules"
import { useAction } from "./use-action"
import type { CaseDecisionInput } from "./use-case-actions"
import { useText } from "./use-text"
import { useOfferUndo } from "./use-undo"

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
  const offerUndo = useOfferUndo()
  return useAction<BulkChange & BulkTarget, AdminCaseBulkResponse>({
    run: (change) => post("/cases/bulk", change),
    done: (answer, { action }) => {
      done()
      const { resolved, failed } = answer
      if (failed.length > 0) onFailed(answer)
      if (resolved.length === 0) return null
      const told = t("case.bulk_done", { count: resolved.length })
      if (!closes(action)) return told
      offerUndo(told, () => undo.mutate(answer))
      return null
    },
  })
}

function closes(action: BulkChange["action"]): boolean {
  return action !== "assign" && action !== "note" && action !== "reopen" && !leavesOpen(action)
}

/** Outlives the selection: the toast may be clicked after other cases were selected. */
function useUndo(onFailed: (answer: AdminCaseBulkResponse) => void) {
  const { t } = useText()
  return useAction<AdminCaseBulkResponse, AdminCaseBulkResponse>({
    run: ({ resolved: ids, versions }) => post("/cases/bulk", { action: "reopen", ids, versions }),
    done: (answer) => {
      if (answer.failed.length > 0) onFailed(answer)
      return t("case.bulk_reopened", { count: answer.resolved.length })
    },
  })
}
