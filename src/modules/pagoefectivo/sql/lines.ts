import { LIMA_DAY, LIMA_MIDNIGHT, LIMA_TIME } from "./lima"

const TOMORROW = LIMA_MIDNIGHT(`${LIMA_DAY("now()")} + 1`)

/** For a line: whether it counts as a line of a report. */
export const STANDS = (line: string) => `${line}.deleted_at IS NULL`

/**
 * For a line: whether it will be credited on a day to come only; the same as `isAnnounced` of
 * `src/reconciliation`. `tomorrow`: the instant at which that day begins.
 */
export const ANNOUNCED = (line: string, tomorrow = TOMORROW) =>
  `(${line}.status = 'settled' AND ${line}.credited_at IS NOT NULL AND ${line}.credited_at >= ${tomorrow})`

/** For a line: whether it tells that a payment was settled. */
export const SETTLES = (line: string) =>
  `(${line}.type = 'payment' AND ${line}.status = 'settled'
    AND ${line}.ledger IS DISTINCT FROM 'paid' AND NOT ${ANNOUNCED(line)} AND ${STANDS(line)})`

/** For a row of `pagoefectivo_settlement_sum`: as `ANNOUNCED`. */
export const SUM_ANNOUNCED = (sum: string) =>
  `(${sum}.status = 'settled' AND coalesce(${sum}.credited_day > ${LIMA_DAY("now()")}, false))`

/**
 * For a line, or a row of the sums: leaves out what only tells of payments, and what was released of a
 * provider whose movements are imported too. It is the same money.
 */
export const COUNTED_ONCE = (row: string) => `
  (${row}.ledger IS NULL OR (${row}.ledger = 'releases' AND ${row}.provider_id NOT IN (
    SELECT moved.provider_id FROM pagoefectivo_settlement_sum moved WHERE moved.ledger IS NULL)))`

/** For the sums. Collectors credit by days: one counts to the period in which it begins in Lima. */
export const CREDITED_IN_PERIOD = `
  credited_day >= ${LIMA_TIME(":from::timestamptz")}
  AND credited_day < ${LIMA_TIME(":to::timestamptz")}`
