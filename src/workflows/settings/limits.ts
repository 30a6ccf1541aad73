/** Bounds of settings that may change while the store runs. */
export const SETTINGS_LIMITS = {
  /** Changes of one setting that the answer about all of them shows. */
  maxShownChanges: 20,
  /** Cards of one provider, each with its first day; every run computes all of them. */
  maxRateCards: 50,
} as const
