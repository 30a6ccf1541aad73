import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminCaseBulkResponse } from "../../http-types"
import { messageOf } from "../../errors/message-of"
import { pagoEfectivo } from "../container"
import { refusalOf } from "../refusal-of"
import { assignCase, requireUser } from "./assign-case"
import { editCase } from "./change-case"
import { reopenCase } from "./reopen-case"
import { resolveCase, type CaseResolution } from "./resolve-case"

export type BulkResult = Omit<AdminCaseBulkResponse, "count">

/** What is done with each of many cases. */
export type CasesChange =
  | Omit<CaseResolution, "caseId" | "version">
  | { action: "assign"; assignedTo: string | null; actor: string }
  | { action: "note"; note: string; actor: string }
  | { action: "reopen"; note?: string | null; actor: string }

/**
 * The same on many cases, one after another: a case that refuses does not stop the rest. `versions`:
 * those that the person saw, by case; a case that changed since refuses.
 */
export async function changeCases(
  container: MedusaContainer,
  caseIds: string[],
  change: CasesChange,
  versions: Record<string, number> = {},
): Promise<BulkResult> {
  if (change.action === "assign") await requireUser(container, change.assignedTo)
  const result: BulkResult = { resolved: [], versions: {}, failed: [] }
  for (const caseId of caseIds) {
    try {
      await changeOne(container, { caseId, version: versions[caseId], change })
      const { version } = await pagoEfectivo(container).retrieveCase(caseId, {
        select: ["id", "version"],
      })
      result.resolved.push(caseId)
      result.versions[caseId] = version
    } catch (error) {
      result.failed.push({ id: caseId, message: messageOf(error), ...refusalOf(error) })
    }
  }
  return result
}

interface One {
  caseId: string
  version: number | undefined
  change: CasesChange
}

function changeOne(container: MedusaContainer, { caseId, version, change }: One): Promise<void> {
  switch (change.action) {
    case "assign": {
      const { assignedTo, actor } = change
      return assignCase(container, { caseId, assignedTo, version, actor })
    }
    case "note": {
      const { note, actor } = change
      return editCase(container, { id: caseId, version, kind: "note", actor, note, set: {} })
    }
    case "reopen": {
      const { note, actor } = change
      return reopenCase(container, { caseId, note, version, actor })
    }
    default:
      return resolveCase(container, { ...change, caseId, version })
  }
}
