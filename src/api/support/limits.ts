/** Bounds of what the routes take and answer. Units stand in the names. */
export const API_LIMITS = {
  defaultPageSize: 20,
  maxPageSize: 1_000,
  maxOffset: 10_000_000,
  /** Values of one list filter, such as several statuses or ids. */
  maxFilterValues: 200,
  maxSearchCharacters: 100,
  /** Of a code (CIP), to find it by its beginning. */
  minCodeCharacters: 5,
  /** Of a transaction code; it begins with the session's prefix and its time. */
  minTransactionCodeCharacters: 20,
  /** Vouchers that one search for cases may run through. */
  maxSearchedVouchers: 1_000,
  /** Of each kind that one search shows. */
  maxSearchHits: 8,
  /** The newest orders, in which names and phones are looked for: Medusa has no index for them. */
  searchedOrders: 20_000,
  maxNoteCharacters: 2_000,
  maxReferenceCharacters: 200,
  maxIdCharacters: 100,
  /** Cases that one bulk action takes. */
  maxBulkCases: 500,
  /** Rows that an export reads at a time. */
  exportBatch: 1_000,
  maxCsvRows: 1_000_000,
  /** A workbook is made in memory. */
  maxXlsxRows: 50_000,
  /** Days that one question about fees covers: a leap year. */
  maxPeriodDays: 366,
  /** Lines of a voucher's or a case's history in one answer. */
  maxHistoryEntries: 500,
  /** Changes of one payout that a list of payouts shows. */
  maxPayoutChanges: 20,
} as const
