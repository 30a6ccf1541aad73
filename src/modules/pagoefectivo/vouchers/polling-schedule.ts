import type { VoucherRow } from "../types"

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A payment that was taken back is looked for this long after it was made. */
const REVERSAL_WATCH_MS = 7 * DAY
/** A dispute that the merchant wins gives the money back; the notice of it can get lost. */
const REVERSED_WATCH_MS = 90 * DAY
/** A code is asked about this long after its deadline although it was closed: notices get lost. */
const LATE_WATCH_MS = 7 * DAY

type Watched = Pick<
  VoucherRow,
  | "status"
  | "issued_at"
  | "expires_at"
  | "paid_at"
  | "closed_at"
  | "reversed_at"
  | "checked_at"
  | "held_at"
>

/**
 * When a voucher should be asked about next if no notice comes: often while it is fresh or near its
 * deadline, ever more seldom when long silent. Null when there is nothing left to learn.
 */
export function nextCheckAt(voucher: Watched, now: Date): Date | null {
  switch (voucher.status) {
    case "waiting":
      return after(now, waitingInterval(voucher, now))
    case "expired":
    case "voided":
      return lateInterval(voucher, now)
    case "paid":
      return reversalInterval(voucher, now)
    case "reversed":
      return reversedInterval(voucher, now)
  }
}

function waitingInterval(voucher: Watched, now: Date): number {
  const age = now.getTime() - new Date(voucher.issued_at).getTime()
  const left = new Date(voucher.expires_at).getTime() - now.getTime()
  if (left < HOUR) return 5 * MINUTE
  if (age < HOUR) return 10 * MINUTE
  return Math.min(HOUR, Math.max(10 * MINUTE, left / 12))
}

function lateInterval(voucher: Watched, now: Date): Date | null {
  const since = now.getTime() - new Date(voucher.expires_at).getTime()
  if (since > LATE_WATCH_MS) return null
  return after(now, voucher.closed_at ? 12 * HOUR : 15 * MINUTE)
}

function reversalInterval(voucher: Watched, now: Date): Date | null {
  const since = now.getTime() - new Date(voucher.paid_at ?? now).getTime()
  // A dispute takes weeks, and the notice of its end can get lost like any other.
  if (voucher.held_at) return after(now, DAY)
  if (since > REVERSAL_WATCH_MS) return null
  return after(now, since < DAY ? 2 * HOUR : DAY)
}

function reversedInterval({ reversed_at }: Watched, now: Date): Date | null {
  const since = now.getTime() - new Date(reversed_at ?? now).getTime()
  return since > REVERSED_WATCH_MS ? null : after(now, DAY)
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms)
}
