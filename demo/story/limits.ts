/** Bounds of the story. Units stand in the names. */
export const STORY_LIMITS = {
  /** Notices travel through the platform's event bus, which holds each for 5 seconds. */
  captureMs: 300_000,
  pollMs: 500,
  reconcileMs: 300_000,
} as const
