import type { AlertOptions } from "../../config/alerts-schema"
import type { ReconciliationRow, UnreadCause, UnreadReport } from "../../modules/pagoefectivo"
import { RECONCILIATION_REASONS, type Digest } from "../../reconciliation"
import { SHARED_TEXTS } from "../../texts/shared-texts"
import { formatCentimos, parseCentimos } from "../../peru/centimos"
import { SETTLEMENT_LIMITS as LIMITS } from "../settlement/limits"
import type { RunChanges } from "../reconciliation/run-record"
import type { NightNews, SourceNight } from "../reconciliation/night"
import { moneyText, type AlertMessage } from "./alert-message"
import type { AlertWording } from "./alert-wording"
import { expectedText, troubleText } from "./trouble-text"
import { ALERT_WORDING } from "./wording"

/** One run in a few lines: what is open and at risk, what is new, and which reports are missing. */
export function composeDigest(
  run: ReconciliationRow,
  night: NightNews | null,
  { language }: Pick<AlertOptions, "language">,
): AlertMessage {
  const wording = ALERT_WORDING[language]
  const { cases, captured } = (run.changes as RunChanges | null) ?? { cases: {}, captured: 0 }
  return {
    title: titleOf(run, cases, night, wording),
    lines: [
      ...(run.scope_from && run.scope_to ? [wording.period(run.scope_from, run.scope_to)] : []),
      ...(run.error ? [wording.failed(run.error)] : []),
      ...nightLines(night, language),
      ...(run.status === "completed"
        ? [wording.examined(run.vouchers_count, run.lines_count)]
        : []),
      ...reasonLines(cases, language),
      ...newsLines(cases, wording),
      ...(captured > 0 ? [wording.captured(captured)] : []),
    ],
    key: `pagoefectivo:digest:${run.id}`,
    resourceType: "pagoefectivo_reconciliation",
    resourceId: run.id,
  }
}

function titleOf(
  run: ReconciliationRow,
  cases: Digest,
  night: NightNews | null,
  wording: AlertWording,
): string {
  if (run.status === "failed") return wording.failedTitle
  const open = sum(cases, "open")
  if (open === 0) return isWhole(night) ? wording.wholeTitle : wording.reportsTitle
  return wording.openTitle(open, moneyText(totalAtRisk(cases), wording.and))
}

/** Whether every report came in and was read: what nobody has seen can't add up. */
function isWhole(night: NightNews | null): boolean {
  if (!night) return true
  const { sources, silent, unread } = night
  return (
    silent.length === 0 &&
    unread.total === 0 &&
    Object.values(sources).every(
      ({ error, failed, givenUp }) => !error && failed.length === 0 && givenUp.length === 0,
    )
  )
}

function reasonLines(cases: Digest, language: AlertOptions["language"]): string[] {
  const wording = ALERT_WORDING[language]
  return RECONCILIATION_REASONS.flatMap((reason) => {
    const { open = 0, atRisk = {} } = cases[reason] ?? {}
    const name = SHARED_TEXTS[language].reason_title[reason]
    return open > 0 ? [wording.reason(name, open, moneyText(atRisk, wording.and))] : []
  })
}

function newsLines(cases: Digest, wording: AlertWording): string[] {
  const [opened, healed, reopened] = [
    sum(cases, "opened"),
    sum(cases, "healed"),
    sum(cases, "reopened"),
  ]
  const waiting = sum(cases, "awaitingPerson")
  return [
    ...(opened + healed + reopened > 0 ? [wording.news(opened, healed, reopened)] : []),
    ...(waiting > 0 ? [wording.awaitingPerson(waiting)] : []),
  ]
}

/** What the night could not take, and what nobody will see unless it is said. */
function nightLines(night: NightNews | null, language: AlertOptions["language"]): string[] {
  if (!night) return []
  const wording = ALERT_WORDING[language]
  const { unread, silent, reread = [] } = night
  const files = unread.reports.map(({ file, rows }) => `${file} (${rows})`).join(", ")
  return [
    ...Object.entries(night.sources).flatMap(([id, source]) => sourceLines(id, source, language)),
    ...reread.map(({ file, lines }) => wording.reread(file, lines)),
    ...silent.map(({ source, days }) => wording.silent(source, days)),
    ...(unread.total > 0 ? [wording.unread(unread.total, files)] : []),
    ...unread.reports.flatMap((report) => causeLines(report, night.causes, language)),
  ]
}

function causeLines(
  { id, file }: UnreadReport,
  causes: UnreadCause[],
  language: AlertOptions["language"],
): string[] {
  const own = causes.filter(({ report_id }) => report_id === id).slice(0, LIMITS.namedCauses)
  return own.flatMap(({ column, rows, reason }) => {
    const expected = reason && expectedText(reason, language)
    return expected ? [ALERT_WORDING[language].unreadCause(file, column, rows, expected)] : []
  })
}

function sourceLines(
  id: string,
  source: SourceNight,
  language: AlertOptions["language"],
): string[] {
  const wording = ALERT_WORDING[language]
  const { imported, error, code, failed, givenUp, waiting } = source
  const named = failed.slice(0, LIMITS.namedFailures)
  const more = failed.length - named.length
  const names = givenUp.slice(0, LIMITS.namedFailures).join(", ")
  return [
    ...(imported > 0 ? [wording.fetched(id, imported)] : []),
    ...(error ? [wording.unreachable(id, troubleText({ error, code }, language))] : []),
    ...named.map((file) =>
      (file.reason ? wording.unreadable : wording.notTaken)(file.file, troubleText(file, language)),
    ),
    ...(more > 0 ? [wording.moreFailed(id, more)] : []),
    ...(givenUp.length > 0 ? [wording.givenUp(id, givenUp.length, names)] : []),
    ...(waiting > 0 ? [wording.waiting(id, waiting)] : []),
  ]
}

type Counter = "open" | "opened" | "healed" | "reopened" | "awaitingPerson"

function sum(cases: Digest, counter: Counter): number {
  return Object.values(cases).reduce((total, counts) => total + counts[counter], 0)
}

function totalAtRisk(cases: Digest): Record<string, string> {
  const totals = new Map<string, bigint>()
  for (const { atRisk } of Object.values(cases)) {
    for (const [code, amount] of Object.entries(atRisk)) {
      totals.set(code, (totals.get(code) ?? 0n) + BigInt(parseCentimos(amount)))
    }
  }
  return Object.fromEntries([...totals].map(([code, total]) => [code, formatCentimos(total)]))
}
