/** Bounds of what is stored and retried. Units stand in the names. */
export const MODULE_LIMITS = {
  /** Codes asked for in one payment session; keeps the transaction code within 36 characters. */
  maxAttemptsPerSession: 20,
  /** PostgreSQL `integer`: S/ 21,474,836.47, far above what any code may cost. */
  maxCentimos: 2_147_483_647,
  /** Longest error text that is kept. */
  maxErrorLength: 500,
  /** Tries of a notice before a person must look: with the backoff below, about two days. */
  maxNoticeTries: 20,
  noticeBackoffFirstSeconds: 15,
  /** Waits double from the first up to this. */
  noticeBackoffMaxSeconds: 4 * 3_600,
  /** A refund that its gateway dates so much earlier than we asked for it may still be ours. */
  refundClockSkewMs: 5 * 60_000,
  /** After this long no request of a refund can be under way: what is not listed was not made. */
  refundUnderWayMs: 15 * 60_000,
  /** How long what a process noted of a gateway's answers is taken to hold for the other instances. */
  gatewayContactSeconds: 60,
  closingBackoffFirstSeconds: 30,
  closingBackoffMaxSeconds: 3_600,
  /** How long a process has to announce what it stored, before the job does it. */
  eventHeadStartSeconds: 120,
  /** Events that one run of the job announces. */
  eventBatch: 500,
  /** Heap of the thread that reads a report, in megabytes: a full Excel workbook takes some 300. */
  readingHeapMb: 768,
  /** Rows of one import from which on the database's statistics are renewed at once. */
  analyzeFromRows: 5_000,
  /** Rows that one statement or one message between threads takes: some milliseconds of the store's. */
  rowsPerPiece: 500,
  /** Movements whose versions are compared at once, and rows of one beyond which it is left alone. */
  movementsAtOnce: 1_000,
  versionsOfMovement: 100,
  /** Rows in quarantine that a dry run shows. */
  previewedRows: 100,
  /** A lock whose process has died ends after this; a living one renews it long before. */
  leaseSeconds: 20,
  leaseRenewalSeconds: 4,
  /** Pauses between two tries to get a lock double from the first up to the longest. */
  leaseFirstPauseMs: 20,
  leaseLongestPauseMs: 250,
  /** How long after its booking a payment is looked at for entries that stand twice. */
  bookedTwiceLookBackHours: 24,
  /** A reconciliation run that gave no sign for so long has died, and is started over. */
  staleRunSeconds: 120,
  /** A shopper's "Ya pagué": so many checks in any window, by voucher and by address. */
  checkWindowSeconds: 60,
  checksPerToken: 6,
  checksPerAddress: 30,
  testNoticesPerProvider: 6,
  /** Counters past their window that one request clears away; it adds at most two. */
  checkSweepBatch: 20,
} as const
