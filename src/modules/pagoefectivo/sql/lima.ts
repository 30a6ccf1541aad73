/** Lima has no summer time; an interval is added much faster than a time zone is looked up. */
const LIMA_OFFSET = "interval '-05:00'"

/** Lima's wall clock at an instant. */
export const LIMA_TIME = (instant: string) => `(${instant}) AT TIME ZONE ${LIMA_OFFSET}`

/** Lima's day of an instant, as a `date`. */
export const LIMA_DAY = (instant: string) => `(${LIMA_TIME(instant)})::date`

/** The same as days since 1970-01-01, as `limaDay` of `src/peru` counts them. */
export const LIMA_DAY_NUMBER = (instant: string) => `(${LIMA_DAY(instant)} - date '1970-01-01')`

/** The same as text: `2026-10-12`. */
export const LIMA_DAY_TEXT = (instant: string) => `to_char(${LIMA_TIME(instant)}, 'YYYY-MM-DD')`

/** The instant at which a day (a `date`) begins in Lima. */
export const LIMA_MIDNIGHT = (day: string) => `((${day})::timestamp AT TIME ZONE ${LIMA_OFFSET})`
