import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminCaseBulkResponse } from "../../http-types"
import { messageOf } from "../../errors/message-of"
import { refusalOf } from "../refusal-of"
import { resolveCase, type CaseResolution } from "./resolve-case"

export type BulkResult = Omit<AdminCaseBulkResponse, "count">

/** The same decision on many cases, one after another: a case that refuses does not stop the rest. */
export async function resolveCases(
  container: MedusaContainer,
  caseIds: string[],
  decision: Omit<CaseResolution, "caseId" | "version">,
): Promise<BulkResult> {
  const result: BulkResult = { resolved: [], failed: [] }
  for (const caseId of caseIds) {
    try {
      await resolveCase(container, { ...decision, caseId })
      result.resolved.push(caseId)
    } catch (error) {
      result.failed.push({
        id: caseId,
        message: messageOf(error),
        ...refusalOf(error),
      })
    }
  }
  return result
}
