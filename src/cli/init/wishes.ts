import { isRate } from "../../workflows/setup/convert"
import type { SetupWishes } from "../../workflows/setup/setup-step"
import { UsageError } from "../usage-error"

/** `3.75` or `usd=3.75`; undefined where it is neither. */
export function readRate(text: string): SetupWishes["rate"] | undefined {
  const [, from, rate = ""] = /^(?:([a-z]{3})=)?(.+)$/i.exec(text.trim()) ?? []
  return isRate(rate) ? { from: from?.toLowerCase() ?? null, rate } : undefined
}

/** @throws UsageError for what is no rate or no price. */
export function readWishes({ rate, shipping }: { rate?: string; shipping?: string }): SetupWishes {
  const readable = rate === undefined ? null : readRate(rate)
  if (readable === undefined) {
    throw new UsageError(`--rate expects a number such as 3.75, or usd=3.75, found "${rate}"`)
  }
  if (shipping !== undefined && !/^\d{1,6}(\.\d{1,2})?$/.test(shipping)) {
    throw new UsageError(`--shipping expects a price such as 15.00, found "${shipping}"`)
  }
  return { rate: readable, shippingPrice: shipping ?? null }
}
