/** Bounds of importing and reconciling settlements. Units stand in the names. */
export const SETTLEMENT_LIMITS = {
  /** PostgreSQL's `integer`: two gigabytes, which is far above any report. */
  maxReportBytes: 2_147_483_647,
  /** One upload; larger reports come through a source. */
  maxUploadBytes: 536_870_912,
  maxErrorCharacters: 500,
  /** Reports of one provider that are archived where the file provider can't take a stream. */
  maxBufferedArchiveBytes: 67_108_864,
  /** How long an import waits for another one of the same file. */
  importLockWaitSeconds: 600,
  /** Codes whose answer was lost that one run asks the gateway about. */
  lostCodesPerRun: 200,
  /** Vouchers whose facts are held in memory at once. */
  factsBatch: 1_000,
  /** Lines without a voucher, or payouts, that are held in memory at once. */
  linesBatch: 1_000,
  /** Payments that one run confirms with the gateway; the rest follow in the next run. */
  capturesPerRun: 500,
  /** Different amounts whose fee is computed ahead; beyond, lines are judged one by one. */
  maxJudgedAmounts: 500_000,
  /** Different fees (by amount, fee and day or month) that are added up in one answer. */
  maxFeeGroups: 200_000,
  /** While a single statement works, the run still gives a sign this often. */
  heartbeatSeconds: 20,
  /** Tries of a source in one night, a minute apart, before the run goes on without it. */
  sourceTriesPerNight: 3,
  /** Reports that one retention run deletes at most. */
  retentionBatch: 200,
  /** A source that wants to be left alone for longer than this is asked all the same. */
  maxSourcePauseMs: 3_600_000,
  /** Files in a row to which a source gives no answer, before the rest is left for another try. */
  silentFiles: 5,
  /** Reports that one night reads again; the rest follow in the next night. */
  rereadsPerNight: 200,
  /** Files that one night takes from one source; the rest follow in the next night. */
  filesPerSource: 500,
  /** Vouchers that a case of a line without one tells of. */
  consideredVouchers: 10,
  /** Vouchers that a line is compared with for suggestions. */
  suggestionCandidates: 200,
  /** Failed files that a night's digest names. */
  namedFailures: 10,
  /** Causes that it names of one file's rows. */
  namedCauses: 3,
} as const
