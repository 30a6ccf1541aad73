import { MERCADOPAGO_REQUEST_ATTEMPTS } from "../limits"
import { SourceError } from "./errors"
import type { ListedReport, MercadoPagoReportApi, ReportList } from "./mercadopago-report-api"
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
 * Asks for a report of each span and looks at the list until all are there, or the time is over. A
 * span that Mercado Pago does not take is missing, and the others go on.
 */
export async function orderReports(
  api: MercadoPagoReportApi,
  spans: Span[],
  before: ReportList,
  { limits, wait }: { limits: SourceLimits; wait: Wait },
): Promise<ReportOrders> {
  const ordered: OrderedSpan[] = []
  for (const span of spans) ordered.push(await tryOrder(api, span, limits, wait))
  const most = Math.ceil(limits.reportWaitMs / limits.reportPollMs)
  const old = new Set(before.ready.map(({ fileName }) => fileName))
  const news = ({ ready, failed }: ReportList) => ({
    ready: ready.filter(({ fileName }) => !old.has(fileName)),
    failed,
  })
  let list = await look(api, before)
  const isAwaited = (one: OrderedSpan) => one.problem === null && stateOf(one, news(list)) === null
  for (let looks = 1; looks < most && ordered.some(isAwaited); looks += 1) {
    await wait(limits.reportPollMs)
    list = await look(api, list)
  }
  const missing = ordered.flatMap((one) => {
    const problem = one.problem ?? troubleWith(one, news(list), limits)
    return problem ? [{ span: one.span, problem }] : []
  })
  return { listed: list.ready, missing }
}

/** A look that fails is as good as one that shows nothing new. */
async function look(api: MercadoPagoReportApi, last: ReportList): Promise<ReportList> {
  try {
    return await api.list()
  } catch (error) {
    if (error instanceof SourceError) return last
    throw error
  }
}

async function tryOrder(
  api: MercadoPagoReportApi,
  span: Span,
  limits: SourceLimits,
  wait: Wait,
): Promise<OrderedSpan> {
  try {
    return await order(api, span, limits, wait)
  } catch (problem) {
    if (problem instanceof SourceError) return { span, id: null, problem }
    throw problem
  }
}

async function order(
  api: MercadoPagoReportApi,
  span: Span,
  limits: SourceLimits,
  wait: Wait,
): Promise<OrderedSpan> {
  for (let attempt = 1; attempt <= MERCADOPAGO_REQUEST_ATTEMPTS; attempt += 1) {
    const request = await api.request(span)
    if (request.outcome === "made") return { span, id: request.id, problem: null }
    if (request.outcome === "refused") throw refused(span, request.why)
    if (attempt < MERCADOPAGO_REQUEST_ATTEMPTS) await wait(limits.reportPollMs)
  }
  const asked = `asked ${MERCADOPAGO_REQUEST_ATTEMPTS} times`
  const message = `Mercado Pago made no report for ${inWords(span)}, ${asked}.`
  return { span, id: null, problem: new SourceError("report_not_made", message) }
}

/** Among reports that were not there before; by id, or by days where the list words ids differently. */
function stateOf(
  { span, id }: OrderedSpan,
  { ready, failed }: ReportList,
): "there" | "failed" | null {
  if (ready.some((report) => report.id === id) || missingSpans(span, ready).length === 0) {
    return "there"
  }
  return id !== null && failed.has(id) ? "failed" : null
}

function troubleWith(one: OrderedSpan, list: ReportList, limits: SourceLimits): SourceError | null {
  const state = stateOf(one, list)
  if (state === null) return neverReady(one.span, limits)
  if (state === "there") return null
  const message = `Mercado Pago failed to make the report for ${inWords(one.span)}.`
  return new SourceError("report_not_made", message)
}

function refused(span: Span, why: string): SourceError {
  const message = `Mercado Pago refused a report for ${inWords(span)}: ${why}`
  return new SourceError("report_refused", message)
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
