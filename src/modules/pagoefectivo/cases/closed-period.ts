import { BrandedError } from "../../../errors/branded-error"
import { withReason } from "../../../errors/refusal"
import { LIMA_DAY_TEXT } from "../sql/lima"

/** A change without a word of why to something whose accounts are closed. */
export class ClosedPeriodError extends BrandedError {
  /** @param subject what was to be changed, for example `case pecas_…` */
  constructor(subject: string) {
    super(`The accounts of ${subject} are closed: say in a note why it is changed all the same.`)
    withReason(this, { code: "accounts_closed", values: {} })
  }
}

/** Whether an instant falls on closed days of Lima. */
export const ON_CLOSED_DAY = (instant: string) => `
  EXISTS (
    SELECT 1 FROM pagoefectivo_closed_period closed
    WHERE closed.deleted_at IS NULL AND closed.reopened_at IS NULL
      AND ${LIMA_DAY_TEXT(instant)}
          BETWEEN closed.from_day AND closed.to_day)`

/** Whether the accounts of a deposit are closed: the bank's day, or else the day it was entered. */
export const DEPOSIT_IN_CLOSED_PERIOD = ON_CLOSED_DAY("coalesce(p.bank_deposited_at, p.created_at)")

/**
 * Whether the accounts of a case are closed: the day of its payment in Lima, or else its line's, or
 * else the day it was opened. For statements that call the case `c`.
 */
export const IN_CLOSED_PERIOD = ON_CLOSED_DAY(`coalesce(
  (SELECT v.paid_at FROM pagoefectivo_voucher v WHERE v.id = c.voucher_id),
  (SELECT coalesce(l.paid_at, l.credited_at)
   FROM pagoefectivo_settlement_line l WHERE l.id = c.line_id),
  c.opened_at)`)
