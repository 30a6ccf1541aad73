import type { PagoEfectivoOptions } from "../../config"
import {
  createBusinessCalendar,
  createFeeCard,
  createFxPolicy,
  createPolicy,
  type ReconciliationPolicy,
} from "../../reconciliation"

/** What the merchant agreed with the collector, from the options. */
export function reconciliationPolicy({ settlement }: PagoEfectivoOptions): ReconciliationPolicy {
  const { extraHolidays, workingDays, dueBusinessDays, fees, fx } = settlement
  return createPolicy({
    calendar: createBusinessCalendar({ extraHolidays, workingDays }),
    dueBusinessDays,
    refundDueBusinessDays: settlement.refundDueBusinessDays ?? dueBusinessDays,
    feeCard: fees ? createFeeCard(fees) : null,
    ...(fx && { fx: createFxPolicy(fx) }),
  })
}
