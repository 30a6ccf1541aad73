/** Bounds of the jobs and workflows. Units stand in the names. */
export const WORKFLOW_LIMITS = {
  /** How long one step waits for another that handles the same purchase. */
  purchaseLockWaitSeconds: 60,
  /** Notices that one process handles at once as they arrive, and how many more wait for it. */
  noticesAtOnce: 2,
  noticesWaiting: 1_000,
  /** Notices that one run of the inbox job takes. */
  inboxBatch: 100,
  /** How often the gateway is asked for a notice that speaks of a code and claims no payment. */
  triesOfThinNotice: 3,
  /** Vouchers that one run of the expiry job takes, for each of its phases. */
  expiryBatch: 100,
  /** Codes whose order never came to be are voided after this. */
  orphanAfterMinutes: 30,
  orphanBatch: 50,
  /** What the platform takes at most from a payment's authorization to the order's books. */
  captureSettlesSeconds: 10,
  captureLookMs: 200,
  /** An order without its cart is cancelled before the platform forgets its completion (three days). */
  unlinkedOrderMinutes: 2 * 24 * 60,
  /** A refund of this age without an answer was left by a dead process; how far back is looked. */
  abandonedRefundMinutes: 2,
  abandonedLookBackDays: 7,
  /** An open credit-line change lives for a moment; one of this age was left by a dead process. */
  abandonedChangeMinutes: 10,
  /** Failures in a row after which a job's run ends: the gateway is down, the next run tries again. */
  failuresInARowToStop: 3,
  /** Codes asked for in one call to the gateway by polling. */
  pollingChunk: 5,
  /** Pause between two polling calls: at most this many a second. */
  pollingCallsPerSecond: 4,
  /** Mails that one run of the mail job sends, and how far back it looks. */
  emailBatch: 50,
  emailLookBackHours: 6,
  /** The shop's logo, asked for at the backend's own host. */
  logoTimeoutMs: 3_000,
  logoKeptMinutes: 60,
  missingLogoKeptMinutes: 1,
  retentionBatch: 1_000,
  /** Batches that one retention run deletes at most. */
  retentionBatchesPerRun: 100,
} as const
