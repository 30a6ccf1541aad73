/** Bounds of the health checks. Units stand in the names. */
export const HEALTH_LIMITS = {
  /** Reports with unreadable rows that are named. */
  namedReports: 10,
  /** How long the last answer of a gateway or hook is shown before it is asked again. */
  probeCacheSeconds: 60,
  /** Questions to a gateway, or to a hook, that health may cause in a minute and process, however often asked. */
  maxProbesPerMinute: 6,
  /** How long the store's own hook may take to answer a probe, in milliseconds. */
  hookTimeoutMs: 5_000,
  /** A gateway that has not answered for that long is a problem, not a hiccup. */
  gatewaySilenceMinutes: 15,
  /** A clock further off than this signs requests that the gateway may refuse. */
  maxClockSkewSeconds: 60,
  /** A notice that waits longer past its time is overdue. */
  overdueNoticeMinutes: 5,
  /** A job that ran longer ago than this many of its intervals is not running. */
  missedJobIntervals: 3,
  /** Fetching and reconciling a big store's night may keep its job busy that long. */
  longNightMinutes: 120,
  /** Tries after which a closing task is shown as one that keeps failing. */
  failingClosingTries: 3,
  /** How far back purchases that were refused for want of a phone are counted. */
  refusedPhoneDays: 7,
  /** How far back "lately" reaches. */
  recentHours: 24,
} as const
