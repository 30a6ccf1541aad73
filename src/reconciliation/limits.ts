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

/** Lines of one payout among which an explanation of its difference is searched. */
export const MAX_SUSPECT_LINES = 50_000

/** Different nets of which three are put together; their pairs grow with the square. */
export const MAX_TRIPLE_VALUES = 1_000

/** Explanations offered for one difference, and sets of lines of one size among them. */
export const MAX_SUSPECTS = 10

/** Lines that one explanation names. */
export const MAX_LINES_OF_SUSPECT = 20

/** Steps of a search after which others get their turn: a millisecond or two. */
export const SEARCH_STEPS_PER_TURN = 20_000
