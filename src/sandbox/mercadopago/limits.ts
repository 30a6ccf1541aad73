const DAY_MS = 24 * 60 * 60 * 1_000

/** First payment id: like the vendor's, above 2^31. */
export const FIRST_PAYMENT_ID = 131_000_000_001
/** Milliseconds from now within which `date_of_expiration` must lie. */
export const SHORTEST_EXPIRATION_MS = DAY_MS
export const LONGEST_EXPIRATION_MS = 30 * DAY_MS
/** Life of a code without `date_of_expiration`, in milliseconds. */
export const DEFAULT_LIFETIME_MS = 3 * DAY_MS
/** Refunds of one payment. */
export const MAX_REFUNDS = 20
/** Characters of an idempotency key. */
export const MAX_IDEMPOTENCY_KEY = 64
/** Payments in one page of a search. */
export const MAX_SEARCH_PAGE = 100
export const DEFAULT_SEARCH_PAGE = 30
/** Further attempts of a notice; the vendor's repeat for about a day. */
export const WEBHOOK_RETRIES = 3
/** Milliseconds from approval until the money is at the merchant's disposal. */
export const RELEASE_DELAY_MS = 2 * DAY_MS
/** Milliseconds that one report may span. */
export const MAX_REPORT_SPAN_MS = 60 * DAY_MS
/** … and must: a day whose last second is included. */
export const MIN_REPORT_SPAN_MS = DAY_MS - 1_000
/** Reports kept of each kind. */
export const MAX_REPORTS = 1_000
/** Characters of a `notification_url`. */
export const MAX_NOTIFICATION_ADDRESS = 248
