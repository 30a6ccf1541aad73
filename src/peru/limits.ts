/** Greatest amount that is computed with plain numbers, in céntimos: 2^53 − 1 (some 90 million million soles). */
export const MAX_CENTIMOS = Number.MAX_SAFE_INTEGER

/** Longest settlement term, in business days. */
export const MAX_DUE_BUSINESS_DAYS = 60

/** Days kept in a calendar's memory of due dates before it starts afresh. */
export const MAX_CACHED_DUE_DAYS = 20_000
