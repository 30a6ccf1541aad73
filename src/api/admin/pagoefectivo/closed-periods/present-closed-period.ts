import type { AdminClosedPeriod } from "../../../../http-types"
import type { ClosedPeriodRow } from "../../../../modules/pagoefectivo"
import { fieldsOf } from "../../../support/fields-of"
import { iso } from "../../../support/iso"

export const CLOSED_PERIOD_FIELDS = fieldsOf<AdminClosedPeriod>()(
  "id",
  "from_day",
  "to_day",
  "note",
  "closed_by",
  "closed_at",
  "reopened_by",
  "reopened_at",
)

export function presentClosedPeriod(period: ClosedPeriodRow): AdminClosedPeriod {
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
