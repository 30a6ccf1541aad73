import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminAttempt, AdminTimelineEvent, AdminVoucherDetail } from "../../../../http-types"
import type { AttemptRow, VoucherEventRow } from "../../../../modules/pagoefectivo"
import { formatCentimos } from "../../../../peru/centimos"
import { pagoEfectivo } from "../../../../workflows/container"
import { iso } from "../../../support/iso"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { orderNumbers } from "../../../support/order-numbers"
import { presentCase } from "../cases/present-case"
import { presentNotice } from "../notifications/present-notice"
import { presentRefund } from "../refunds/present-refund"
import { loadSettlement } from "./load-settlement"
import { presentVoucher } from "./present-voucher"

/**
 * A voucher with everything that happened to it.
 * @throws MedusaError (not_found)
 */
export async function loadVoucherDetail(
  container: MedusaContainer,
  id: string,
): Promise<AdminVoucherDetail> {
  const service = pagoEfectivo(container)
  const voucher = await service.retrieveVoucher(id)
  const take = LIMITS.maxHistoryEntries
  const of = { voucher_id: id }
  const [events, attempts, notices, refunds, cases, numbers, settlement] = await Promise.all([
    service.listVoucherEvents(of, { order: { at: "ASC", id: "ASC" }, take }),
    service.listAttempts(
      { payment_session_id: voucher.payment_session_id },
      { order: { number: "ASC" }, take },
    ),
    service.listNotices(
      { $or: [of, { provider_id: voucher.provider_id, gateway_id: voucher.gateway_id }] },
      { order: { received_at: "ASC" }, take },
    ),
    service.listRefunds(of, { order: { created_at: "ASC" }, take }),
    service.listCases(of, { order: { opened_at: "ASC" }, take }),
    orderNumbers(container, [voucher.order_id]),
    loadSettlement(container, id),
  ])
  const context = { backendUrl: service.options.backendUrl, orderNumbers: numbers }
  return {
    ...presentVoucher(voucher, context),
    events: events.map(presentEvent),
    attempts: attempts.map(presentAttempt),
    notices: notices.map(presentNotice),
    refunds: refunds.map(presentRefund),
    cases: cases.map((row) =>
      presentCase(row, { cips: new Map([[id, voucher.cip]]), orderNumbers: numbers }),
    ),
    settlement,
  }
}

function presentEvent({ id, kind, at, actor, data }: VoucherEventRow): AdminTimelineEvent {
  return { id, kind, at: iso(at), actor, data }
}

function presentAttempt(attempt: AttemptRow): AdminAttempt {
  return {
    id: attempt.id,
    number: attempt.number,
    transaction_code: attempt.transaction_code,
    status: attempt.status,
    amount: formatCentimos(attempt.amount_centimos),
    currency_code: attempt.currency_code,
    started_at: iso(attempt.started_at),
    finished_at: iso(attempt.finished_at),
    voucher_id: attempt.voucher_id,
    error_code: attempt.error_code,
    error_message: attempt.error_message,
  }
}
