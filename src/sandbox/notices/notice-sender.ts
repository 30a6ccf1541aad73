import { pause } from "../http/pause"
import { MAX_LOGGED_ANSWER_CHARS, NOTICE_RETRIES } from "../limits"
import type { SandboxSwitches } from "../switches"
import type { Delivery, DeliveryOutcome } from "./delivery"
import type { DeliveryLog } from "./delivery-log"
import { writeNotice } from "./notice-text"
import type { NoticeContent, NoticeStyle, WrittenNotice } from "./notice-text"

/** How one notice is sent; all of it taken from the switches unless told otherwise. */
export type NoticePlan = NoticeStyle &
  Pick<SandboxSwitches, "noticeCopies" | "noticeConcurrently" | "noticeDelayMs">

/** A notice ready to go, whoever's protocol it speaks. */
export interface OutgoingNotice {
  eventType: string
  operationNumber: string
  cip: string
  written: WrittenNotice
  /** Where it goes; null for nowhere. Left out: the webhook at the time of sending. */
  url?: string | null
}

interface Prepared {
  noticeId: number
  notice: OutgoingNotice
  plan: NoticePlan
  retries: number
}

interface SenderParts {
  log: DeliveryLog
  switches: () => Readonly<SandboxSwitches>
  webhookUrl: () => string | null
  secretKey: string
  fetch: typeof fetch
  machineNow: () => Date
}

/** Sends notices to the merchant's webhook: delays, copies, one retry, all of it logged. */
export class NoticeSender {
  private stopped = new AbortController()
  private readonly running = new Set<Promise<void>>()
  private held: Prepared[] = []
  private lastNotice = 0
  private lastDelivery = 0

  constructor(private readonly parts: SenderParts) {}

  get heldCount(): number {
    return this.held.length
  }

  /** Puts a notice on its way and returns at once. */
  schedule(content: NoticeContent, plan: NoticePlan): void {
    const { eventType, operationNumber, cip } = content
    const written = writeNotice(content, plan, this.parts.secretKey)
    this.dispatch({ eventType, operationNumber, cip, written }, plan, NOTICE_RETRIES)
  }

  /** Puts a notice of any protocol on its way and returns at once. */
  dispatch(notice: OutgoingNotice, plan: NoticePlan, retries: number): void {
    const prepared = { noticeId: ++this.lastNotice, notice, plan, retries }
    const { noticesSuppressed, noticesHeld } = this.parts.switches()
    if (noticesSuppressed) {
      this.note(prepared, "suppressed")
    } else if (noticesHeld) {
      this.held.push(prepared)
    } else {
      void this.start(prepared)
    }
  }

  /** Sends what was held back, one after another, and resolves when all have had their answers. */
  async release(order: "oldest_first" | "newest_first"): Promise<number> {
    const due = order === "newest_first" ? this.held.reverse() : this.held
    this.held = []
    for (const prepared of due) {
      await this.start(prepared)
    }
    return due.length
  }

  /** Resolves when no notice is on its way any more; those held back don't count. */
  async drain(): Promise<void> {
    while (this.running.size) {
      await Promise.all(this.running)
    }
  }

  /** Breaks off delays, retries and calls, and forgets what was held back. */
  async stop(): Promise<void> {
    this.stopped.abort()
    this.held = []
    await this.drain()
    this.stopped = new AbortController()
  }

  /** Never rejects: nobody waits for most notices, and the sandbox must not end with one of them. */
  private start(prepared: Prepared): Promise<void> {
    const run = this.send(prepared)
      .catch((error: unknown) => this.note(prepared, "failed", 1, reasonOf(error)))
      .catch(() => undefined)
      .finally(() => this.running.delete(run))
    this.running.add(run)
    return run
  }

  private async send(prepared: Prepared): Promise<void> {
    const { noticeDelayMs, noticeCopies, noticeConcurrently } = prepared.plan
    const signal = this.stopped.signal
    if (!(await pause(noticeDelayMs, signal))) {
      return
    }
    const copies = Array.from({ length: noticeCopies }, (_, index) => index + 1)
    if (noticeConcurrently) {
      await Promise.all(copies.map((copy) => this.sendCopy(prepared, copy, signal)))
      return
    }
    for (const copy of copies) {
      await this.sendCopy(prepared, copy, signal)
    }
  }

  private async sendCopy(prepared: Prepared, copy: number, signal: AbortSignal): Promise<void> {
    for (let attempt = 1; attempt <= 1 + prepared.retries; attempt++) {
      if (attempt > 1 && !(await pause(this.parts.switches().noticeRetryDelayMs, signal))) {
        return
      }
      if (signal.aborted || (await this.attempt(prepared, copy, attempt, signal)) !== "try_again") {
        return
      }
    }
  }

  private async attempt(
    prepared: Prepared,
    copy: number,
    attempt: number,
    signal: AbortSignal,
  ): Promise<"over" | "try_again"> {
    const { url = this.parts.webhookUrl() } = prepared.notice
    if (url === null) {
      this.note(prepared, "no_webhook", copy)
      return "over"
    }
    const delivery = this.open(prepared, copy, attempt, url)
    this.parts.log.add(delivery)
    const started = performance.now()
    await this.post(delivery, url, prepared.notice.written, signal)
    delivery.durationMs = performance.now() - started
    this.parts.log.finished(delivery)
    return delivery.outcome === "accepted" ? "over" : "try_again"
  }

  private async post(
    delivery: Delivery,
    url: string,
    { headers, body }: WrittenNotice,
    signal: AbortSignal,
  ): Promise<void> {
    const { noticeTimeoutMs } = this.parts.switches()
    try {
      const response = await this.parts.fetch(url, {
        method: "POST",
        headers,
        body,
        redirect: "manual",
        signal: AbortSignal.any([signal, AbortSignal.timeout(noticeTimeoutMs)]),
      })
      delivery.answer = (await response.text()).slice(0, MAX_LOGGED_ANSWER_CHARS)
      delivery.status = response.status
      delivery.outcome = response.status === 200 ? "accepted" : "refused"
    } catch (error) {
      delivery.outcome = "failed"
      delivery.error = reasonOf(error)
    }
  }

  private note(
    prepared: Prepared,
    outcome: DeliveryOutcome,
    copy = 1,
    error: string | null = null,
  ): void {
    const delivery = { ...this.open(prepared, copy, 1, null), outcome, error }
    this.parts.log.add(delivery)
    this.parts.log.finished(delivery)
  }

  private open(
    { noticeId, notice }: Prepared,
    copy: number,
    attempt: number,
    url: string | null,
  ): Delivery {
    const { eventType, operationNumber, cip, written } = notice
    return {
      id: ++this.lastDelivery,
      noticeId,
      copy,
      attempt,
      eventType,
      operationNumber,
      cip,
      url,
      ...written,
      outcome: "in_flight",
      status: null,
      answer: null,
      error: null,
      startedAt: this.parts.machineNow().toISOString(),
      durationMs: null,
    }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error)
  }
  const cause = error.cause
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message
}
