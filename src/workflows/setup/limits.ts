/** Bounds of looking at a store's set-up, and of setting it up. Units stand in the names. */
export const SETUP_LIMITS = {
  /** More variants without a price than this are not counted one by one. */
  maxCountedVariants: 10_000,
} as const
