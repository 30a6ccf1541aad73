/** Bounds of the shopper's "Ya pagué". Units stand in the names. */
export const RATE_LIMITS = {
  windowSeconds: 60,
  checksPerToken: 6,
  checksPerAddress: 30,
  /** Counters past their window that one request clears away; it adds at most two. */
  sweepBatch: 20,
} as const
