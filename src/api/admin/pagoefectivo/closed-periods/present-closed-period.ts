import type { ClosedPeriodRow } from "../../../../modules/pagoefectivo"
import { iso } from "../../../support/iso"

export const CLOSED_PERIOD_FIELDS = [
  "id",
  "from_day",
  "to_day",
  "note",
  "closed_by",
  "closed_at",
  "reopened_by",
  "reopened_at",
] as const

export function presentClosedPeriod(
  period: ClosedPeriodRow,
): Record<(typeof CLOSED_PERIOD_FIELDS)[number], unknown> {
  return {
    id: period.id,
    from_day: period.from_day,
    to_day: period.to_day,
    note: period.note,
    closed_by: period.closed_by,
    closed_at: iso(period.closed_at),
    reopened_by: period.reopened_by,
    reopened_at: iso(period.reopened_at),
  }
}
