import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminPayout } from "../../../../http-types"
import type { PayoutSummary } from "../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../workflows/container"
import { lastKnownOptions } from "../../../../workflows/settings/options-in-force"
import { igvOfPayouts } from "../../../../workflows/payouts/igv-of-payouts"
import { businessCalendar } from "../../../../workflows/reconciliation/business-days"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { presentPayout } from "./present-payout"

/** Payouts as an answer shows them, each with the newest entries of its history. */
export async function withHistory(
  container: MedusaContainer,
  rows: PayoutSummary[],
): Promise<AdminPayout[]> {
  const { settlement } = await lastKnownOptions(container)
  const calendar = businessCalendar(settlement)
  const [histories, igv] = await Promise.all([
    pagoEfectivo(container).payoutChanges.latest(rows, LIMITS.maxPayoutChanges),
    igvOfPayouts(container, rows),
  ])
  return rows.map((row, at) =>
    presentPayout(
      row,
      { ...(histories[at] ?? { changes: [], count: 0 }), igv: igv[at] ?? 0n },
      (since) => calendar.dueDay(since.getTime(), settlement.dueBusinessDays),
    ),
  )
}

/** Every payout that has one of these numbers. */
export async function loadPayouts(
  container: MedusaContainer,
  payoutIds: string[],
): Promise<AdminPayout[]> {
  const page = { limit: LIMITS.maxPageSize, offset: 0 }
  const found = await Promise.all(
    [...new Set(payoutIds)].map((payoutId) =>
      pagoEfectivo(container).payouts.list({ payoutId, ...page }),
    ),
  )
  return withHistory(
    container,
    found.flatMap(([rows]) => rows),
  )
}
