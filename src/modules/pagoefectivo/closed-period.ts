/**
 * Whether the accounts of a case are closed: the day of its payment in Lima, or else its line's, or
 * else the day it was opened. For statements that call the case `c`.
 */
export const IN_CLOSED_PERIOD = `
  EXISTS (
    SELECT 1 FROM pagoefectivo_closed_period p
    WHERE p.deleted_at IS NULL AND p.reopened_at IS NULL
      AND to_char(coalesce(
            (SELECT v.paid_at FROM pagoefectivo_voucher v WHERE v.id = c.voucher_id),
            (SELECT coalesce(l.paid_at, l.credited_at)
             FROM pagoefectivo_settlement_line l WHERE l.id = c.line_id),
            c.opened_at) AT TIME ZONE 'America/Lima', 'YYYY-MM-DD')
          BETWEEN p.from_day AND p.to_day)`
