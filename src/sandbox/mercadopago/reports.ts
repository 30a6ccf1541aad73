import { jsonAnswer, type Answer } from "../http/answer"
import { refuse } from "./answers"
import type { MercadoPagoContext, MercadoPagoOperation } from "./context"
import { MAX_REPORT_SPAN_MS, MIN_REPORT_SPAN_MS } from "./limits"
import type { ReportKind, ReportRecord } from "./report-desk"
import { reportFile } from "./report-file"
import { formatPaymentDate, parsePaymentDate } from "./vendor-time"

const kindOf = (path: string[]) => path[0] as ReportKind

/** `GET …/config`. */
export const getReportConfig: MercadoPagoOperation = ({ reports }, { path }) => {
  const config = reports.config(kindOf(path))
  return config ? jsonAnswer(200, config) : refuse(404, "There is no configuration yet")
}

/** `POST …/config` (201) and `PUT …/config` (200). */
export const setReportConfig =
  (status: number): MercadoPagoOperation =>
  ({ reports }, { path, fields }) => {
    if (!Array.isArray(fields?.columns) || fields.columns.length === 0) {
      return refuse(400, "columns must be a list of { key }")
    }
    return jsonAnswer(status, reports.configure(kindOf(path), fields))
  }

/** What becomes of a report that was asked for; all but `made` by a switch. */
export type ReportFate = "made" | "reportsRefused" | "reportsNotMade" | "reportsFailed"

/** `POST` base: 202, and the file comes later; 203 when nothing was made. */
export const orderReport = (
  context: MercadoPagoContext,
  path: string[],
  fields: Record<string, unknown> | null,
  takeFate: () => ReportFate,
): Answer => {
  const begin = parsePaymentDate(fields?.begin_date)
  const end = parsePaymentDate(fields?.end_date)
  const spanMs = (end?.getTime() ?? 0) - (begin?.getTime() ?? 0)
  if (begin === null || end === null || spanMs > MAX_REPORT_SPAN_MS) {
    return refuse(400, "begin_date and end_date must span at most 60 days")
  }
  if (spanMs < MIN_REPORT_SPAN_MS) {
    return refuse(400, "begin_date and end_date must span at least one day")
  }
  if (!context.reports.config(kindOf(path))) {
    return refuse(400, "There is no configuration yet")
  }
  const fate = takeFate()
  if (fate === "reportsRefused") return refuse(400, "max number of reports")
  if (fate === "reportsNotMade") return jsonAnswer(203, {})
  const report = context.reports.request({
    kind: kindOf(path),
    begin,
    end,
    createdAt: context.clock.now(),
    hasFailed: fate === "reportsFailed",
    looksLeft: context.mercadoPago.reportAfterLooks,
  })
  return jsonAnswer(202, entryOf(report, context))
}

/** `GET …/list`. */
export const listReports: MercadoPagoOperation = (context, { path }) =>
  jsonAnswer(
    200,
    context.reports.look(kindOf(path)).map((report) => ({
      ...entryOf(report, context),
      ...statusOf(report, context),
    })),
  )

function statusOf({ hasFailed, fileName }: ReportRecord, { mercadoPago }: MercadoPagoContext) {
  if (hasFailed) return { status: "failed" }
  const { reportStatus } = mercadoPago
  return { file_name: fileName, ...(reportStatus && { status: reportStatus }) }
}

/** `GET …/{file_name}`: CSV. A cut file announces more bytes than it has. */
export const downloadReport: MercadoPagoOperation = (context, { path: [kind, name = ""] }) => {
  const report = context.reports.find(kind as ReportKind, decodeURIComponent(name))
  if (!report) {
    return refuse(404, "There is no such file")
  }
  const body = reportFile(report, context)
  return { status: 200, headers: { "content-type": "text/csv; charset=utf-8" }, body }
}

function entryOf({ id, begin, end, createdAt }: ReportRecord, { credentials }: MercadoPagoContext) {
  return {
    id,
    user_id: credentials.userId,
    begin_date: begin.toISOString(),
    end_date: end.toISOString(),
    created_from: "manual",
    date_created: formatPaymentDate(createdAt),
  }
}
