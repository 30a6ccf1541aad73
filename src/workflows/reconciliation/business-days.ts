import type { PagoEfectivoOptions } from "../../config"
import { createBusinessCalendar, type BusinessCalendar } from "../../peru/business-calendar"

/** Peru's business days with the merchant's own holidays and working days. */
export function businessCalendar({
  extraHolidays,
  workingDays,
}: PagoEfectivoOptions["settlement"]): BusinessCalendar {
  return createBusinessCalendar({ extraHolidays, workingDays })
}
