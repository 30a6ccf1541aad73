import { jsonAnswer } from "../http/answer"
import { fromDecimalText, toVendorNumber } from "../money"
import type { MercadoPagoOperation } from "./context"
import { PAGOEFECTIVO_METHOD } from "./payment-json"

/** `GET /v1/payment_methods`, as published for Peru; the other entry keeps clients honest. */
export const listPaymentMethods: MercadoPagoOperation = ({ mercadoPago }) => {
  const limits = {
    min_allowed_amount: toVendorNumber(fromDecimalText(mercadoPago.minimumAmount) ?? 0),
    max_allowed_amount: toVendorNumber(fromDecimalText(mercadoPago.maximumAmount) ?? 0),
  }
  const pagoEfectivo = {
    id: PAGOEFECTIVO_METHOD,
    name: "BCP, BBVA Continental u otros",
    payment_type_id: "atm",
    status: mercadoPago.methodActive ? "active" : "deactive",
    ...limits,
    accreditation_time: 2880,
    deferred_capture: "does_not_apply",
    processing_modes: ["aggregator"],
    settings: [],
    additional_info_needed: [],
    financial_institutions: [],
  }
  const card = { id: "visa", name: "Visa", payment_type_id: "credit_card", status: "active" }
  return jsonAnswer(200, [card, pagoEfectivo])
}

/** `GET /users/me`. */
export const getUser: MercadoPagoOperation = ({ credentials }) =>
  jsonAnswer(200, { id: credentials.userId, nickname: "COMERCIO DE PRUEBA", site_id: "MPE" })
