/** Largest notice that is accepted; real ones have about 200 bytes. A larger one gets 413. */
export const MAX_NOTICE_BYTES = 64 * 1024
/** How long the rest of a body may take to arrive, in milliseconds. */
export const BODY_TIMEOUT_MS = 10_000
