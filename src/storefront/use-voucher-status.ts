"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { storeVoucherUrl } from "./store-voucher-url"
import type { CheckOutcome, StoreVoucher, VoucherStatus } from "./types"
import { VoucherPoller } from "./voucher-poller"

export interface UseVoucherStatusOptions {
  /** `data.voucher.page_url` of the payment session. */
  pageUrl: string
  /** The store's publishable API key, which Medusa wants on every store route. */
  publishableKey: string
  /** What the payment session says. */
  initialStatus: VoucherStatus
  /** `false` keeps the hook quiet. */
  enabled?: boolean
}

export interface VoucherStatusState {
  status: VoucherStatus
  /** The store's last answer; `null` until the first. */
  voucher: StoreVoucher | null
  /** Milliseconds to the deadline by the server's clock; `null` until the first answer. */
  remainingMs: number | null
  /** "Ya pagué": asks the gateway now. */
  check: () => Promise<CheckOutcome>
}

interface Answer {
  voucher: StoreVoucher
  /** On the browser's monotonic clock, which a wrong date does not change. */
  deadline: number
}

const TICK_MS = 1_000

/** Follows a voucher's status, with growing pauses and none while the page is hidden. */
export function useVoucherStatus(options: UseVoucherStatusOptions): VoucherStatusState {
  const { enabled = true, initialStatus, pageUrl, publishableKey } = options
  const [answer, setAnswer] = useState<Answer | null>(null)
  const poller = useRef<VoucherPoller | null>(null)
  const firstStatus = useRef(initialStatus)

  useEffect(() => {
    const url = storeVoucherUrl(pageUrl)
    if (!enabled || url === undefined) return undefined
    const current = new VoucherPoller({
      url,
      headers: { "x-publishable-api-key": publishableKey },
      status: firstStatus.current,
      fetch: (input, init) => fetch(input, init),
      onVoucher: (voucher) => setAnswer({ voucher, deadline: deadlineOf(voucher) }),
      isHidden: () => document.hidden,
    })
    const resume = () => current.resume()
    poller.current = current
    document.addEventListener("visibilitychange", resume)
    current.start()
    return () => {
      document.removeEventListener("visibilitychange", resume)
      current.stop()
      poller.current = null
    }
  }, [enabled, pageUrl, publishableKey])

  const status = answer?.voucher.status ?? initialStatus
  useTick(answer !== null && status === "waiting")
  const check = useCallback(
    async (): Promise<CheckOutcome> => (await poller.current?.check()) ?? "failed",
    [],
  )
  return {
    status,
    voucher: answer?.voucher ?? null,
    remainingMs: answer && Math.max(0, answer.deadline - performance.now()),
    check,
  }
}

function deadlineOf(voucher: StoreVoucher): number {
  return performance.now() + Date.parse(voucher.expires_at) - Date.parse(voucher.now)
}

/** Renders again every second while a countdown is shown. */
function useTick(running: boolean): void {
  const [, setTick] = useState(0)
  useEffect(() => {
    if (!running) return undefined
    const timer = setInterval(() => setTick((tick) => tick + 1), TICK_MS)
    return () => clearInterval(timer)
  }, [running])
}
