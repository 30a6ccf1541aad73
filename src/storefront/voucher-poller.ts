import { FIRST_POLL_MS, MAX_POLL_MS, POLL_GROWTH, POLL_TIMEOUT_MS } from "../voucher/format/polling"
import type { CheckOutcome, StoreVoucher, VoucherStatus } from "./types"

export interface VoucherPollerOptions {
  /** The voucher's store route. */
  url: string
  headers?: Record<string, string>
  status: VoucherStatus
  fetch: typeof globalThis.fetch
  onVoucher: (voucher: StoreVoucher) => void
  /** Whether nobody can see the page; questions wait until {@link VoucherPoller.resume}. */
  isHidden?: () => boolean
}

/**
 * Asks for a voucher's status: soon at first, then ever more rarely, never while the page is hidden,
 * and no more once the status is final. A failed question changes nothing.
 */
export class VoucherPoller {
  private status: VoucherStatus
  private wait = FIRST_POLL_MS
  private timer: ReturnType<typeof setTimeout> | undefined
  private asking = false
  private stopped = true
  private readonly requests = new Set<AbortController>()

  constructor(private readonly options: VoucherPollerOptions) {
    this.status = options.status
  }

  /** Asks at once and goes on until {@link stop} or a final status. */
  start(): void {
    this.stopped = false
    this.resume()
  }

  stop(): void {
    this.stopped = true
    clearTimeout(this.timer)
    for (const request of this.requests) request.abort()
  }

  /** To be called when the page is visible again: asks at once, and soon again after that. */
  resume(): void {
    this.wait = FIRST_POLL_MS
    clearTimeout(this.timer)
    if (this.mayAsk()) void this.poll()
  }

  /** "Ya pagué": lets the store ask the gateway now. */
  async check(): Promise<CheckOutcome> {
    try {
      const response = await this.ask(`${this.options.url}/check`, "POST")
      if (response.status === 429) return "too_many"
      if (!response.ok) return "failed"
      return this.take(await response.json())
    } catch {
      return "failed"
    } finally {
      this.wait = FIRST_POLL_MS
      this.schedule(this.wait)
    }
  }

  private async poll(): Promise<void> {
    if (this.asking) return
    this.asking = true
    let next = this.wait
    try {
      const response = await this.ask(this.options.url, "GET")
      if (response.ok) this.take(await response.json())
      else next = MAX_POLL_MS
    } catch {
      next = Math.min(this.wait * 2, MAX_POLL_MS)
    } finally {
      this.asking = false
    }
    this.wait = Math.min(this.wait * POLL_GROWTH, MAX_POLL_MS)
    this.schedule(this.status === "expired" ? MAX_POLL_MS : next)
  }

  private async ask(url: string, method: "GET" | "POST"): Promise<Response> {
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), POLL_TIMEOUT_MS)
    this.requests.add(controller)
    try {
      return await this.options.fetch(url, {
        method,
        headers: { accept: "application/json", ...this.options.headers },
        signal: controller.signal,
      })
    } finally {
      clearTimeout(timer)
      this.requests.delete(controller)
    }
  }

  private take(body: { voucher: StoreVoucher }): CheckOutcome {
    if (this.stopped) return "unchanged"
    const outcome = body.voucher.status === this.status ? "unchanged" : "updated"
    this.status = body.voucher.status
    this.options.onVoucher(body.voucher)
    return outcome
  }

  private schedule(milliseconds: number): void {
    clearTimeout(this.timer)
    if (this.mayAsk()) this.timer = setTimeout(() => void this.poll(), milliseconds)
  }

  /** A late payment may still reach an expired code, so it is asked for, too. */
  private mayAsk(): boolean {
    const open = this.status === "waiting" || this.status === "expired"
    return open && !this.stopped && !this.options.isHidden?.()
  }
}
