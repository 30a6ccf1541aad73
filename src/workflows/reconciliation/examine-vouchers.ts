import { setImmediate as turn } from "node:timers/promises"
import type { FactRecords, CaseFacts } from "../../modules/pagoefectivo"
import { reconcileVoucher, type Finding } from "../../reconciliation"
import { pagoEfectivo } from "../container"
import { confirmCaptures, newCaptureBudget, type CaptureBudget } from "./confirm-captures"
import { SETTLEMENT_LIMITS as LIMITS } from "../settlement/limits"
import type { RunPolicy } from "./reconciliation-policy"
import { asCase, type ExaminedBatch, type RunRecord } from "./run-record"
import { voucherFacts } from "./voucher-facts"

/** Share of a run's progress that looking at vouchers stands for: from, to. */
const PROGRESS = [0.3, 0.9] as const

/** Looks at every voucher of the run's scope, batch by batch, in flat memory. */
export async function examineVouchers(
  record: RunRecord,
  policy: RunPolicy,
  now: Date,
  candidateCount: number,
): Promise<void> {
  const { candidates } = pagoEfectivo(record.container).reconciliation
  const budget = newCaptureBudget()
  let after = ""
  let done = 0
  for (;;) {
    const ids = await candidates.next(record.run.id, after, LIMITS.factsBatch)
    const last = ids.at(-1)
    if (last === undefined) return
    await examineBatch(record, policy, now, ids, budget)
    after = last
    done += ids.length
    const [from, to] = PROGRESS
    await record.progress({
      progress: from + ((to - from) * done) / Math.max(candidateCount, done),
    })
    await turn()
  }
}

/**
 * Cases first, captures second: if the process dies in between, the case is there and the next run
 * heals it. What was asked about at the gateway is looked at once more.
 */
async function examineBatch(
  record: RunRecord,
  policy: RunPolicy,
  now: Date,
  ids: string[],
  budget: CaptureBudget,
): Promise<void> {
  const judged = await judge(record, policy, now, ids)
  const uncaptured = judged.findings
    .filter(isUncaptured)
    .flatMap(({ voucherId }) => voucherId ?? [])
  const decided = await record.write(judged, uncaptured.length > 0)
  if (uncaptured.length === 0) return
  const { captured, asked } = await confirmCaptures(record.container, uncaptured, budget)
  for (const id of captured) record.captured.add(id)
  const again = new Set(asked)
  record.count(decided.filter(({ voucherId }) => !voucherId || !again.has(voucherId)))
  if (asked.length > 0) await record.write(await judge(record, policy, now, asked))
}

/**
 * Also a code that only the report knows of: its answer was lost, so the gateway was never asked, and
 * its order may still be placed.
 */
function isUncaptured({ reason, detail }: CaseFacts): boolean {
  return (
    reason === "missing_capture" ||
    (reason === "orphan_payment" && detail === "gateway_unconfirmed")
  )
}

async function judge(
  record: RunRecord,
  policy: RunPolicy,
  now: Date,
  ids: string[],
): Promise<ExaminedBatch> {
  const service = pagoEfectivo(record.container)
  const records = await service.reconciliation.facts.load(ids)
  const providers = new Map(records.vouchers.map(({ id, provider_id }) => [id, provider_id]))
  const placed = await placedElsewhere(record, records)
  const outside = (providerId: string) =>
    service.gatewayFor(providerId).capabilities.refunds === "none"
  const found = voucherFacts(records, outside).flatMap((facts) =>
    reconcileVoucher(facts, policy.of(providers.get(facts.voucher.id) ?? ""), now.getTime()),
  )
  const isPlaced = ({ reason, voucherId = "" }: Finding) =>
    reason === "missing_capture" && placed.has(voucherId)
  return {
    findings: found
      .filter((finding) => !isPlaced(finding))
      .map((finding) => asCase(finding, providers.get(finding.voucherId ?? "") ?? null)),
    examinedVoucherIds: ids,
    placedVoucherIds: [
      ...found.filter(isPlaced).flatMap(({ voucherId }) => voucherId ?? []),
      ...(await halfCanceled(record, ids)),
    ],
  }
}

/**
 * Vouchers whose confirmed payment has a case, open or closed by a person, that says why it may not
 * simply be captured (its session is gone, its cart can't be completed): one payment, one case.
 */
async function placedElsewhere(record: RunRecord, records: FactRecords): Promise<Set<string>> {
  const paid = records.vouchers.filter(
    ({ status, captured_at }) => status === "paid" && !captured_at,
  )
  if (paid.length === 0) return new Set()
  const cases = await pagoEfectivo(record.container).listCases(
    {
      voucher_id: paid.map(({ id }) => id),
      reason: ["orphan_payment", "late_payment", "duplicate_payment"],
      $or: [{ status: "open" }, { resolution: { $ne: "healed" } }],
    },
    { select: ["id", "voucher_id"], take: LIMITS.factsBatch },
  )
  return new Set(cases.map(({ voucher_id }) => voucher_id ?? ""))
}

/** Codes whose order's cancellation died half-way: no rule of the run looks at an order's stock. */
async function halfCanceled(record: RunRecord, ids: string[]): Promise<string[]> {
  const cases = await pagoEfectivo(record.container).listCases(
    { voucher_id: ids, reason: "late_payment", detail: "half_canceled", status: "open" },
    { select: ["id", "voucher_id"], take: LIMITS.factsBatch },
  )
  return cases.flatMap(({ voucher_id }) => voucher_id ?? [])
}
