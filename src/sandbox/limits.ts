/** Bytes accepted in one API request. */
export const MAX_API_BODY_BYTES = 64 * 1024
/** Bytes accepted in one control request. */
export const MAX_CONTROL_BODY_BYTES = 256 * 1024
/** API calls kept in `requests`; the oldest leave first. */
export const MAX_LOGGED_REQUESTS = 5_000
/** Notice attempts kept in `deliveries`; the oldest leave first. */
export const MAX_LOGGED_DELIVERIES = 5_000
/** Characters of a webhook's answer kept in a delivery. */
export const MAX_LOGGED_ANSWER_CHARS = 2_000
/** Codes kept in memory; a further one is refused with 500/166. */
export const MAX_VOUCHERS = 500_000
/** CIPs in one search; the vendor's own limit is unknown, this one protects the process. */
export const MAX_SEARCH_ITEMS = 1_000
/** Further attempts of a notice after a failure or an answer other than 200 (vendor manual 5.2). */
export const NOTICE_RETRIES = 1
/** Copies of one notice that can be asked for. */
export const MAX_NOTICE_COPIES = 1_000
/** Milliseconds: the longest latency, notice delay, retry delay or notice timeout. */
export const MAX_WAIT_MS = 10 * 60 * 1_000
/** Milliseconds: the longest life of a token and the widest window for `dateRequest`. */
export const MAX_CREDENTIAL_WINDOW_MS = 24 * 60 * 60 * 1_000
/** Milliseconds: the furthest that one call moves the clock. */
export const MAX_CLOCK_STEP_MS = 366 * 24 * 60 * 60 * 1_000
/** Milliseconds that `waitForDelivery` waits unless told otherwise. */
export const DEFAULT_DELIVERY_WAIT_MS = 10_000
/** Céntimos: the largest amount of one code, one below ten billion soles. */
export const MAX_VOUCHER_CENTIMOS = 999_999_999_999
/** Rows of one list in the control API. */
export const MAX_CONTROL_PAGE = 500
/** Rows of one list in the control API unless asked otherwise. */
export const DEFAULT_CONTROL_PAGE = 50
/** Mistakes that one settlement file can be asked to hold. */
export const MAX_SETTLEMENT_MISTAKES = 1_000
