import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../container"
import { sendDigest } from "../alerts/send-digest"
import { SETTLEMENT_LIMITS as LIMITS } from "../settlement/limits"
import { rereadDueReports } from "../settlement/reread-report"
import { nextRun } from "./next-run"
import { NEW_SOURCE_NIGHT, type Night } from "./night"
import { askSource } from "./ask-source"
import { silentSources } from "./silent-sources"
import { requestReconciliation, runReconciliations } from "./reconcile"

export const NIGHT_JOB = "settlement-night"

interface NightState {
  /** The schedule that `nextRunAt` was computed from. */
  schedule: string
  nextRunAt: string
  night: Night | null
  /** The last that ended, for health. */
  lastNight?: Night | null
}

/**
 * One tick of the nightly settlement, every minute: fetch, import, reconcile, alert, when the
 * merchant's schedule says so. A run that was missed while the store was down is made up once. It
 * also carries out runs that were requested by hand and whose process died.
 */
export async function runNight(container: MedusaContainer): Promise<Record<string, unknown>> {
  const manual = await runReconciliations(container)
  const state = await loadState(container)
  if (!state.night && new Date() < new Date(state.nextRunAt)) {
    return { next_run_at: state.nextRunAt, made_up: manual.length }
  }
  if (!state.night) await begin(container, state)
  const night = state.night as Night
  if (!(await fetchSources(container, state, night))) return { waiting_for: "sources" }
  if (!night.reread) {
    night.reread = await rereadDueReports(container)
    await save(container, state)
  }
  const runId = await reconcile(container, state, night)
  if (!runId) return { waiting_for: "reconciliation" }
  const { settlement } = pagoEfectivo(container)
  const unread = await settlement.unread(LIMITS.namedFailures)
  await sendDigest(container, runId, {
    ...night,
    silent: await silentSources(container, night, new Date()),
    unread,
    causes: await settlement.unreadCauses(unread.reports),
  })
  await save(container, { ...state, night: null, lastNight: night })
  return { next_run_at: state.nextRunAt, reconciliation_id: runId, sources: night.sources }
}

/** What the last night that ended found at each source; null before the first. */
export async function loadLastNight(container: MedusaContainer): Promise<Night | null> {
  const known = await pagoEfectivo(container).jobState.read<NightState>(NIGHT_JOB)
  return known?.lastNight ?? null
}

/** A new schedule counts from now on. */
async function loadState(container: MedusaContainer): Promise<NightState> {
  const service = pagoEfectivo(container)
  const { schedule, timezone } = service.options.settlement
  const key = `${schedule} ${timezone}`
  const known = await service.jobState.read<NightState>(NIGHT_JOB)
  if (known?.schedule === key) return known
  const state: NightState = {
    schedule: key,
    nextRunAt: nextRun(schedule, timezone).toISOString(),
    night: known?.night ?? null,
    lastNight: known?.lastNight ?? null,
  }
  await save(container, state)
  return state
}

async function begin(container: MedusaContainer, state: NightState): Promise<void> {
  const { schedule, timezone, sources } = pagoEfectivo(container).options.settlement
  const startedAt = new Date().toISOString()
  const known = state.lastNight?.asked
  const asked = Object.fromEntries(sources.map(({ id }) => [id, known?.[id] ?? startedAt]))
  state.night = { startedAt, sources: {}, asked, reconciliationId: null }
  state.nextRunAt = nextRun(schedule, timezone).toISOString()
  await save(container, state)
}

/** @returns whether all sources were asked, or given up for this night. */
async function fetchSources(
  container: MedusaContainer,
  state: NightState,
  night: Night,
): Promise<boolean> {
  let complete = true
  for (const options of pagoEfectivo(container).options.settlement.sources) {
    const source = (night.sources[options.id] ??= { ...NEW_SOURCE_NIGHT })
    if (source.done || source.tries >= LIMITS.sourceTriesPerNight) continue
    if (source.notBefore === null || new Date() >= new Date(source.notBefore)) {
      await askSource(container, options, source)
      await save(container, state)
    }
    complete &&= source.done || source.tries >= LIMITS.sourceTriesPerNight
  }
  return complete
}

/** @returns the ended run, or null while another process is at it. */
async function reconcile(
  container: MedusaContainer,
  state: NightState,
  night: Night,
): Promise<string | null> {
  if (!night.reconciliationId) {
    const scope = { trigger: "schedule", actor: "system", from: null, to: null } as const
    night.reconciliationId = (await requestReconciliation(container, scope)).id
    await save(container, state)
  }
  await runReconciliations(container)
  const run = await pagoEfectivo(container).retrieveReconciliation(night.reconciliationId)
  return run.status === "completed" || run.status === "failed" ? run.id : null
}

function save(container: MedusaContainer, state: NightState): Promise<void> {
  return pagoEfectivo(container).jobState.write(NIGHT_JOB, state)
}
