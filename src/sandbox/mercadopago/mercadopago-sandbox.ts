import type { IncomingMessage, ServerResponse } from "node:http"
import type { SandboxClock } from "../clock"
import { send, type Answer } from "../http/answer"
import { isJson, readBody } from "../http/read-body"
import { MAX_API_BODY_BYTES } from "../limits"
import { fromDecimalText, toDecimalText } from "../money"
import { planOf, type NoticeOptions } from "../notices/notice-order"
import type { NoticeSender } from "../notices/notice-sender"
import type { RequestLog } from "../request-log"
import { play, type Outcome } from "../routes/play-operation"
import { SandboxUsageError } from "../sandbox-usage-error"
import type { SwitchBoard } from "../switch-board"
import type { VoucherStore } from "../voucher-store"
import { refuse } from "./answers"
import { matchRoute, type MercadoPagoRoute } from "./api-routes"
import type { MercadoPagoContext, MercadoPagoCredentials, MercadoPagoRequest } from "./context"
import { WEBHOOK_RETRIES } from "./limits"
import { ipnNotice, webhookNotice, type NoticeAction } from "./notices"
import { amountOf, PaymentBook, refundedOf, type BookedPayment, type Dispute } from "./payment-book"
import { ReportDesk } from "./report-desk"
import { orderReport, type ReportFate } from "./reports"

interface Parts {
  credentials: MercadoPagoCredentials
  clock: SandboxClock
  store: VoucherStore
  board: SwitchBoard
  sender: NoticeSender
  log: RequestLog
  stopping: () => AbortSignal
  publicUrl: () => string
  webhookUrl: () => string | null
}

/** Mercado Pago's side of the sandbox: its API, its payments over the common codes, its notices. */
export class MercadoPagoSandbox {
  readonly book: PaymentBook
  private readonly reports = new ReportDesk()
  private lastNotice = 12_345

  constructor(private readonly parts: Parts) {
    this.book = new PaymentBook(parts.store)
  }

  /** Serves one request; `path` is what follows the prefix, beginning with `/v1`. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
  ): Promise<void> {
    const started = performance.now()
    const match = matchRoute(request.method ?? "", path)
    const { "content-type": contentType, "x-idempotency-key": key } = request.headers
    const entry = this.parts.log.open({
      at: this.parts.clock.present().toISOString(),
      operation: match?.route.operation ?? null,
      method: request.method ?? "",
      path: `/mercadopago${path}`,
      headers: { contentType, idempotencyKey: typeof key === "string" ? key : undefined },
    })
    const fields = await readFields(request)
    entry.body = fields
    const { board, stopping } = this.parts
    const refused: Outcome = { kind: "answer", answer: refuse(404, "There is no such resource") }
    const outcome = match
      ? await play({
          board,
          operation: match.route.operation,
          entry,
          stopping: stopping(),
          run: () =>
            this.run(match.route, { headers: request.headers, query, fields, path: match.path }),
          fail: (status) => refuse(status, "The sandbox was told to fail"),
        })
      : refused
    entry.durationMs = performance.now() - started
    if (outcome.kind === "answer") {
      entry.status = outcome.answer.status
      this.answer(response, outcome.answer)
    } else if (outcome.kind === "drop") {
      request.socket.destroy()
    }
  }

  /** Tells the store about a payment that changed; nothing when the code is none of ours. */
  changed(cip: string, options: NoticeOptions = {}): void {
    const payment = this.book.ofCip(cip)
    if (payment) {
      this.book.touch(payment)
      this.notify(payment, "payment.updated", options)
    }
  }

  /** Mercado Pago gives back what was paid when the code could not be paid any more. */
  returnLatePayment(cip: string): void {
    const payment = this.book.ofCip(cip)
    if (payment) {
      this.book.refund(payment, {
        centimos: amountOf(payment),
        status: "approved",
        by: "admin",
        idempotencyKey: `late-${payment.id}`,
      })
      payment.voucher.reversedAt = payment.updatedAt
    }
  }

  /** What was in process is done. */
  finishRefunds(cip: string): void {
    for (const refund of this.book.ofCip(cip)?.refunds ?? []) {
      if (refund.status === "in_process") refund.status = "approved"
    }
    this.changed(cip)
  }

  /** The merchant gives money back in Mercado Pago's own panel. @throws SandboxUsageError */
  refundInPanel(cip: string, amount: string | undefined): void {
    const payment = this.require(cip)
    const left = amountOf(payment) - refundedOf(payment)
    const centimos = amount === undefined ? left : (fromDecimalText(amount) ?? 0)
    if (this.parts.store.statusOf(payment.voucher) !== "paid" || centimos < 1 || centimos > left) {
      throw new SandboxUsageError(`Of the code ${cip}, ${toDecimalText(left)} can be given back`)
    }
    const idempotencyKey = `panel-${payment.refunds.length}`
    this.book.refund(payment, { centimos, status: "approved", by: "collector", idempotencyKey })
    this.changed(cip)
  }

  /** A dispute begins or ends. @throws SandboxUsageError when the code was not paid. */
  dispute(cip: string, state: Dispute): void {
    const payment = this.require(cip)
    if (!payment.voucher.payments.length) {
      throw new SandboxUsageError(`The code ${cip} was not paid, so nobody can dispute it`)
    }
    payment.dispute = state
    payment.voucher.reversedAt = state === "lost" ? this.parts.store.nowOf(payment.voucher) : null
    this.changed(cip)
  }

  private require(cip: string): BookedPayment {
    const payment = this.book.ofCip(cip)
    if (!payment) throw new SandboxUsageError(`The code ${cip} is none of Mercado Pago's`)
    return payment
  }

  reset(): void {
    this.book.clear()
    this.reports.clear()
  }

  private run(route: MercadoPagoRoute, request: MercadoPagoRequest): Answer {
    const context = this.context()
    if (request.headers.authorization !== `Bearer ${context.credentials.accessToken}`) {
      return refuse(401, "invalid access token")
    }
    return route.run
      ? route.run(context, request)
      : orderReport(context, request.path, request.fields, () => this.reportFate())
  }

  /** Uses up one of the reports that are to go wrong. */
  private reportFate(): ReportFate {
    for (const fate of ["reportsRefused", "reportsNotMade", "reportsFailed"] as const) {
      const left = this.parts.board.current.mercadoPago[fate]
      if (left === 0) continue
      this.parts.board.change({ mercadoPago: { [fate]: left - 1 } })
      return fate
    }
    return "made"
  }

  private answer(response: ServerResponse, answer: Answer): void {
    const isReport = answer.headers["content-type"]?.startsWith("text/csv")
    if (!isReport || this.parts.board.current.mercadoPago.reportFile !== "cut") {
      send(response, answer)
      return
    }
    const half = answer.body.slice(0, Math.floor(answer.body.length / 2))
    response.writeHead(200, { ...answer.headers, "content-length": answer.body.length })
    response.write(half, () => response.destroy())
  }

  private notify(payment: BookedPayment, action: NoticeAction, options: NoticeOptions = {}): void {
    const { board, sender, webhookUrl, credentials, clock } = this.parts
    const switches = board.current.mercadoPago
    if (options.notice === "none" || (action === "payment.created" && !switches.createdNotices)) {
      return
    }
    const plan = planOf(options, board.current)
    const parts = {
      payment,
      action,
      id: ++this.lastNotice,
      webhookUrl: webhookUrl(),
      credentials,
      switches,
      signature: plan.noticeSignature,
      now: clock.present(),
    }
    sender.dispatch(webhookNotice(parts), plan, WEBHOOK_RETRIES)
    if (switches.ipnTwins) {
      sender.dispatch(ipnNotice(parts), plan, WEBHOOK_RETRIES)
    }
  }

  private context(): MercadoPagoContext {
    const { credentials, clock, store, board, publicUrl } = this.parts
    return {
      credentials,
      clock,
      store,
      book: this.book,
      reports: this.reports,
      mercadoPago: board.current.mercadoPago,
      feeCard: board.current.feeCard,
      publicUrl: publicUrl(),
      notify: (payment, action) => this.notify(payment, action),
    }
  }
}

async function readFields(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const read = await readBody(request, MAX_API_BODY_BYTES)
  if (read.kind === "too_large" || !isJson(request.headers["content-type"])) {
    return null
  }
  try {
    const value: unknown = JSON.parse(read.body.toString("utf8"))
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
