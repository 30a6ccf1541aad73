import type { SandboxOperation } from "../switches"
import { cancelPayment } from "./cancel-payment"
import type { MercadoPagoOperation } from "./context"
import { createPayment } from "./create-payment"
import { getPayment, searchPayments } from "./find-payments"
import { getUser, listPaymentMethods } from "./payment-methods"
import { getRefund, listRefunds, refundPayment } from "./refund-payment"
import { downloadReport, getReportConfig, listReports, setReportConfig } from "./reports"

export interface MercadoPagoRoute {
  method: string
  pattern: RegExp
  operation: SandboxOperation
  /** Null: a report request, which the handler runs because it uses up a switch. */
  run: MercadoPagoOperation | null
}

const PAYMENTS = "/v1/payments"
const ACCOUNT = "/v1/account/(settlement_report|release_report)"

function route(
  methodAndPath: string,
  operation: SandboxOperation,
  run: MercadoPagoOperation | null,
): MercadoPagoRoute {
  const [method = "", path = ""] = methodAndPath.split(" ")
  return { method, pattern: new RegExp(`^${path}/?$`), operation, run }
}

/** The first that fits counts: `search` before an id, `config` and `list` before a file name. */
const ROUTES: MercadoPagoRoute[] = [
  route(`POST ${PAYMENTS}`, "mp_create", createPayment),
  route(`GET ${PAYMENTS}/search`, "mp_search", searchPayments),
  route(`GET ${PAYMENTS}/(\\d{1,20})`, "mp_get", getPayment),
  route(`PUT ${PAYMENTS}/(\\d{1,20})`, "mp_cancel", cancelPayment),
  route(`POST ${PAYMENTS}/(\\d{1,20})/refunds`, "mp_refund", refundPayment),
  route(`GET ${PAYMENTS}/(\\d{1,20})/refunds`, "mp_refunds", listRefunds),
  route(`GET ${PAYMENTS}/(\\d{1,20})/refunds/(\\d{1,20})`, "mp_refunds", getRefund),
  route("GET /v1/payment_methods", "mp_methods", listPaymentMethods),
  route("GET /users/me", "mp_methods", getUser),
  route(`GET ${ACCOUNT}/config`, "mp_report", getReportConfig),
  route(`POST ${ACCOUNT}/config`, "mp_report", setReportConfig(201)),
  route(`PUT ${ACCOUNT}/config`, "mp_report", setReportConfig(200)),
  route(`GET ${ACCOUNT}/list`, "mp_report", listReports),
  route(`POST ${ACCOUNT}`, "mp_report", null),
  route(`GET ${ACCOUNT}/([^/]{1,200})`, "mp_report", downloadReport),
]

export function matchRoute(
  method: string,
  path: string,
): { route: MercadoPagoRoute; path: string[] } | null {
  const found = ROUTES.find((one) => one.method === method && one.pattern.test(path))
  return found ? { route: found, path: found.pattern.exec(path)?.slice(1) ?? [] } : null
}
