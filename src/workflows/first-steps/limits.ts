/** Bounds of the set-up page. Units stand in the names. */
export const FIRST_STEPS_LIMITS = {
  /** How long the store's own hook may take to answer a test notice. */
  testNoticeTimeoutMs: 10_000,
  /** Of a refusal, to find its code. */
  maxAnswerBytes: 16_384,
} as const
