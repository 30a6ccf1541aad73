/** How page and component ask for a waiting code's status. The component asks once at once. */

/** Milliseconds before the next question. */
export const FIRST_POLL_MS = 4_000

/** Each wait is this many times the one before. */
export const POLL_GROWTH = 1.4

/** Milliseconds between two questions after a long wait, after an error, and once the code expired. */
export const MAX_POLL_MS = 60_000

/** Milliseconds one question may take. */
export const POLL_TIMEOUT_MS = 15_000
