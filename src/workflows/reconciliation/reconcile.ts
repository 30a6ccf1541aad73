import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  type ReconciliationRow,
  RunLostError,
  type ClaimedRun,
  type RunRequest,
} from "../../modules/pagoefectivo"
import { parseDay } from "../../peru/lima"
import { pagoEfectivo } from "../container"
import { messageOf } from "../../errors/message-of"
import { sendDigest } from "../alerts/send-digest"
import { cleanMatchTerms } from "./clean-match-terms"
import { examineLines } from "./examine-lines"
import { examinePayouts } from "./examine-payouts"
import { examineVouchers } from "./examine-vouchers"
import { SETTLEMENT_LIMITS as LIMITS } from "../settlement/limits"
import { matchLines } from "./match-lines"
import { reconciliationPolicy } from "./reconciliation-policy"
import { RunRecord } from "./run-record"

/**
 * Queues a run; the same scope asked for twice before its turn is one run. `runReconciliations`
 * carries it out.
 */
export function requestReconciliation(
  container: MedusaContainer,
  request: RunRequest,
): Promise<ReconciliationRow> {
  return pagoEfectivo(container).reconciliation.runs.request(request)
}

/**
 * Carries out every run whose turn it is, one after another, also those whose process died: each
 * starts over, with the same result. Does nothing while another process is at it.
 * @returns the runs that ended here
 */
export async function runReconciliations(container: MedusaContainer): Promise<ReconciliationRow[]> {
  const service = pagoEfectivo(container)
  const ended: ReconciliationRow[] = []
  for (;;) {
    const run = await service.reconciliation.runs.claim()
    if (!run) return ended
    await carryOut(container, run)
    ended.push(await service.retrieveReconciliation(run.id))
  }
}

async function carryOut(container: MedusaContainer, run: ClaimedRun): Promise<void> {
  const { runs, candidates } = pagoEfectivo(container).reconciliation
  const record = new RunRecord(container, run)
  const stopBeating = keepBeating(record)
  try {
    await reconcile(record)
  } catch (error) {
    if (error instanceof RunLostError) return
    const message = messageOf(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`PagoEfectivo: reconciliation ${run.id} failed: ${message}`)
    await runs.fail(run, message.slice(0, LIMITS.maxErrorCharacters))
    return
  } finally {
    stopBeating()
  }
  await candidates.clear()
  // The nightly job tells of its own runs, together with what it could not fetch.
  if (run.trigger === "manual") await sendDigest(container, run.id, null)
}

async function reconcile(record: RunRecord): Promise<void> {
  const { container, run } = record
  const service = pagoEfectivo(container)
  const { candidates, runs } = service.reconciliation
  const now = new Date()
  const policy = await reconciliationPolicy(container)
  const days = run.scope_from && run.scope_to ? daysOf(run.scope_from, run.scope_to) : null
  await record.recall()
  await matchLines(container)
  await record.progress({ phase: "selecting", progress: 0.05 })
  const terms = await cleanMatchTerms(container, policy, now)
  const candidateCount = await candidates.fill(run, terms, days)
  const { vouchers, lines } = await candidates.totals(days)
  await record.progress({
    phase: "vouchers",
    progress: 0.3,
    vouchers_count: vouchers,
    lines_count: lines,
  })
  await examineVouchers(record, policy, now, candidateCount)
  await record.progress({ phase: "lines", progress: 0.9 })
  await examineLines(record, now, days)
  await record.progress({ phase: "payouts", progress: 0.95 })
  if (!days) await examinePayouts(record, policy, now)
  const findings = await record.findings()
  await runs.complete(run, {
    vouchers_count: vouchers,
    lines_count: lines,
    counts: findings.counts,
    sums: findings.sums,
    changes: findings.changes as never,
  })
}

function daysOf(from: string, to: string): { from: number; to: number } {
  return { from: parseDay(from), to: parseDay(to) }
}

/** Long statements give no sign by themselves. A run that was taken over ends at its next step. */
function keepBeating(record: RunRecord): () => void {
  const timer = setInterval(() => {
    record.progress({}).catch(() => undefined)
  }, LIMITS.heartbeatSeconds * 1_000)
  timer.unref()
  return () => clearInterval(timer)
}
