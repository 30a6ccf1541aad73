import type { MedusaContainer } from "@medusajs/framework/types"
import { messageOf } from "../error-message"
import { resolveCase, type CaseResolution } from "./resolve-case"

export interface BulkResult {
  resolved: string[]
  /** Cases that stay as they were, and why. */
  failed: { id: string; message: string }[]
}

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
      })
    }
  }
  return result
}
