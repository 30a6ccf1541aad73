import { reconcileUnmatchedLine } from "../../reconciliation"
import { pagoEfectivo } from "../container"
import { SETTLEMENT_LIMITS as LIMITS } from "../settlement/limits"
import { asCase, type RunRecord } from "./run-record"
import { unmatchedFact } from "./voucher-facts"

/** Lines that no voucher was found for are cases; cases of lines that found theirs heal. */
export async function examineLines(
  record: RunRecord,
  now: Date,
  days: { from: number; to: number } | null,
): Promise<void> {
  const { facts } = pagoEfectivo(record.container).reconciliation
  let after = ""
  for (;;) {
    const lines = await facts.unmatchedLines(after, LIMITS.linesBatch, days)
    const last = lines.at(-1)
    if (last === undefined) break
    const findings = lines.flatMap((line) =>
      reconcileUnmatchedLine(unmatchedFact(line), now.getTime()).map((one) =>
        asCase(one, line.provider_id),
      ),
    )
    await record.write({ findings })
    after = last.id
    await record.progress({})
  }
  for (;;) {
    const examinedKeys = await facts.matchedLineCases(LIMITS.linesBatch)
    if (examinedKeys.length === 0) return
    const decided = await record.write({ findings: [], examinedKeys })
    // In a closed period they wait for a person, and would be found again and again.
    if (!decided.some(({ decision }) => decision.action === "heal")) return
  }
}
