import { asObject, parseJson } from "../../shared/json"
import { readPaymentState } from "../payment-state"
import { APPROVED, payment, PAYMENT_ID } from "./fixtures"

const state = (change: Record<string, string>) => {
  const object = asObject(parseJson(payment(change)))
  if (object === null) throw new Error("an object was expected")
  return readPaymentState(PAYMENT_ID, object)
}

const IN_TIME = { date_approved: APPROVED.date_approved }
const LATE = { date_approved: '"2026-10-12T10:00:00.001-04:00"' }

describe("the state of a payment", () => {
  it.each<[status: string, detail: string, dates: Record<string, string>, expected: string]>([
    ["pending", "pending_waiting_payment", {}, "waiting"],
    ["in_process", "offline_process", {}, "waiting"],
    ["pending", "pending_waiting_payment", IN_TIME, "unknown"],
    ["approved", "accredited", IN_TIME, "paid"],
    ["APPROVED", "accredited", IN_TIME, "paid"],
    ["approved", "partially_refunded", IN_TIME, "paid"],
    ["cancelled", "expired", {}, "expired"],
    ["canceled", "expired", {}, "expired"],
    ["cancelled", "by_collector", {}, "voided"],
    ["canceled", "by_payer", {}, "voided"],
    ["cancelled", "expired", LATE, "reversed"],
    ["cancelled", "by_collector", IN_TIME, "unknown"],
    ["rejected", "bank_error", {}, "voided"],
    ["refunded", "refunded", IN_TIME, "refunded"],
    ["refunded", "by_admin", IN_TIME, "reversed"],
    ["refunded", "refunded", LATE, "reversed"],
    ["charged_back", "settled", IN_TIME, "reversed"],
    ["charged_back", "in_process", IN_TIME, "reversed"],
    ["charged_back", "reimbursed", IN_TIME, "paid"],
    ["in_mediation", "pending", IN_TIME, "paid"],
    ["in_mediation", "pending", {}, "unknown"],
    ["authorized", "pending_capture", IN_TIME, "unknown"],
    ["new_word", "", {}, "unknown"],
  ])("%s / %s %j is %s", (status, detail, dates, expected) => {
    const change = { status: `"${status}"`, status_detail: `"${detail}"`, ...dates }
    expect(state(change).status).toBe(expected)
  })

  it("tells by the source of a refund that Mercado Pago gave the money back", () => {
    const refunded = { status: '"refunded"', status_detail: '"refunded"', ...IN_TIME }
    const source = (type: string) => `[{"id":1,"source":[{"id":"1","type":"${type}"}]}]`
    expect(state({ ...refunded, refunds: source("admin") }).status).toBe("reversed")
    expect(state({ ...refunded, refunds: source("collector") }).status).toBe("refunded")
    const single = '[{"id":1,"source":{"id":"1","type":"admin"}}]'
    expect(state({ ...refunded, refunds: single }).status).toBe("reversed")
  })

  it("reads code, money, dates and what has been given back", () => {
    expect(state({ ...APPROVED, transaction_amount_refunded: "10.5" })).toEqual({
      gatewayId: PAYMENT_ID,
      status: "paid",
      rawStatus: "approved accredited",
      transactionCode: "payses_01",
      money: { amount: "120.50", currency: "PEN" },
      createdAt: new Date("2026-10-07T14:00:00Z"),
      expiresAt: new Date("2026-10-12T14:00:00Z"),
      paidAt: new Date("2026-10-08T13:00:00Z"),
      removedAt: null,
      cip: "25567890",
      url: "https://www.mercadopago.com/mpe/payments/atm/helper?payment_id=1",
      refunded: { amount: "10.50", currency: "PEN" },
      held: false,
    })
  })

  it("says that a dispute holds the money", () => {
    expect(state({ ...APPROVED, status: '"in_mediation"' }).held).toBe(true)
  })

  it("reads no money where it is not exact or of another currency than the store's", () => {
    expect(state({ transaction_amount: "1.005" }).money).toBeNull()
    expect(state({ currency_id: '"BRL"' }).money).toBeNull()
    expect(state({ currency_id: '"USD"' }).money).toEqual({ amount: "120.50", currency: "USD" })
  })

  it("falls back on the verification code, and shows no address that is none", () => {
    const details = '{"verification_code":"0012345","external_resource_url":"javascript:alert(1)"}'
    expect(state({ transaction_details: details })).toMatchObject({ cip: "0012345", url: null })
  })
})
