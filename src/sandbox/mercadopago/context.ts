import type { IncomingHttpHeaders } from "node:http"
import type { SandboxClock } from "../clock"
import type { Answer } from "../http/answer"
import type { SandboxFeeCard } from "../switches"
import type { VoucherStore } from "../voucher-store"
import type { PaymentBook, BookedPayment } from "./payment-book"
import type { ReportDesk } from "./report-desk"
import type { MercadoPagoSwitches } from "./switches"

export interface MercadoPagoCredentials {
  accessToken: string
  webhookSecret: string
  userId: number
}

/** What the operations of Mercado Pago's API work with. */
export interface MercadoPagoContext {
  credentials: MercadoPagoCredentials
  clock: SandboxClock
  store: VoucherStore
  book: PaymentBook
  reports: ReportDesk
  mercadoPago: Readonly<MercadoPagoSwitches>
  feeCard: SandboxFeeCard
  publicUrl: string
  /** Sends a notice about a payment on its way. */
  notify: (payment: BookedPayment, action: "payment.created" | "payment.updated") => void
}

export interface MercadoPagoRequest {
  headers: IncomingHttpHeaders
  query: URLSearchParams
  /** Null when the body is no JSON object. */
  fields: Record<string, unknown> | null
  /** What stands in the path between slashes, in order. */
  path: string[]
}

export type MercadoPagoOperation = (
  context: MercadoPagoContext,
  request: MercadoPagoRequest,
) => Answer
