import { MERCADOPAGO_REQUEST_ATTEMPTS } from "../limits"
import { SourceError } from "./errors"
import type { ListedReport, MercadoPagoReportApi } from "./mercadopago-report-api"
import { missingSpans, toWireSpan, type Span } from "./mercadopago-report-plan"
import type { SourceLimits } from "./source"

interface OrderedSpan {
  span: Span
  /** Null when the answer named none. */
  id: string | null
  problem: SourceError | null
}

export interface MissingReport {
  span: Span
  problem: SourceError
}

export interface ReportOrders {
  listed: ListedReport[]
  missing: MissingReport[]
}

type Wait = (ms: number) => Promise<unknown>

/**
 * Asks for a report of each span and looks at the list until all are there, or the time is over.
 * @throws SourceError when Mercado Pago can't be asked at all.
 */
export async function orderReports(
  api: MercadoPagoReportApi,
  spans: Span[],
  limits: SourceLimits,
  wait: Wait,
): Promise<ReportOrders> {
  const ordered: OrderedSpan[] = []
  for (const span of spans) ordered.push(await order(api, span, limits, wait))
  const most = Math.ceil(limits.reportWaitMs / limits.reportPollMs)
  let listed = await api.list()
  for (let looks = 1; looks < most && ordered.some((one) => isAwaited(one, listed)); looks += 1) {
    await wait(limits.reportPollMs)
    listed = await api.list()
  }
  const missing = ordered
    .filter((one) => one.problem !== null || isAwaited(one, listed))
    .map(({ span, problem }) => ({ span, problem: problem ?? neverReady(span, limits) }))
  return { listed, missing }
}

async function order(
  api: MercadoPagoReportApi,
  span: Span,
  limits: SourceLimits,
  wait: Wait,
): Promise<OrderedSpan> {
  for (let attempt = 1; attempt <= MERCADOPAGO_REQUEST_ATTEMPTS; attempt += 1) {
    const request = await api.request(span)
    if (request.made) return { span, id: request.id, problem: null }
    if (attempt < MERCADOPAGO_REQUEST_ATTEMPTS) await wait(limits.reportPollMs)
  }
  const asked = `asked ${MERCADOPAGO_REQUEST_ATTEMPTS} times`
  const message = `Mercado Pago made no report for ${inWords(span)}, ${asked}.`
  return { span, id: null, problem: new SourceError("report_not_made", message) }
}

/** Mercado Pago may word the span of a report differently, so its id counts as well. */
function isAwaited({ span, id, problem }: OrderedSpan, listed: ListedReport[]): boolean {
  const isThere = listed.some((report) => id !== null && report.id === id)
  return problem === null && !isThere && missingSpans(span, listed).length > 0
}

function neverReady(span: Span, { reportWaitMs }: SourceLimits): SourceError {
  const minutes = Math.round(reportWaitMs / 60_000)
  return new SourceError(
    "report_never_ready",
    `The report for ${inWords(span)} was not ready after ${minutes} minutes. ` +
      "It is asked for again next time.",
  )
}

function inWords(span: Span): string {
  const { begin_date: begin, end_date: end } = toWireSpan(span)
  return `${begin} to ${end}`
}
