/** Lines of one payment among which an exact set of duplicates is searched; with more, the first repeats are taken. */
export const MAX_DUPLICATE_SEARCH_LINES = 16

/** Tiers of one rate card. */
export const MAX_FEE_TIERS = 50

/** Decimals of a percentage in the rate card. */
export const MAX_PERCENT_DECIMALS = 4

/** Days between a line and a voucher beyond which the day speaks against the suggestion entirely. */
export const SUGGESTION_WINDOW_DAYS = 7

/** Suggestions offered for one line. */
export const MAX_SUGGESTIONS = 5

/** Score from 0 to 1 below which a suggestion is not worth a person's time. */
export const MIN_SUGGESTION_SCORE = 0.5

/** Days that a reference rate is good for when later days have none. */
export const MAX_REFERENCE_RATE_AGE_DAYS = 7
