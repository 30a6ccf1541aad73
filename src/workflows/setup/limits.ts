/** Bounds of looking at a store's set-up, and of setting it up. Units stand in the names. */
export const SETUP_LIMITS = {
  /** More variants without a price than this are not counted one by one. */
  maxCountedVariants: 10_000,
  /** Prices that are added by one call. */
  pricesPerBatch: 200,
  /** How long to wait for another who sets up the same store. */
  lockWaitSeconds: 30,
} as const
