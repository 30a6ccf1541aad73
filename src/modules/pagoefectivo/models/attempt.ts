import { model } from "@medusajs/framework/utils"

/**
 * One call that asks the gateway for a code. Written before the call, so that a code whose answer
 * never came can still be recognised when it is paid.
 *
 * `started`: in flight, or the process died. `issued`: a voucher exists. `rejected`: the gateway
 * refused, so no code exists. `lost`: no answer came, so a code may exist that nobody knows.
 */
export const Attempt = model
  .define("pagoefectivo_attempt", {
    id: model.id({ prefix: "peatt" }).primaryKey(),
    provider_id: model.text(),
    payment_session_id: model.text(),
    cart_id: model.text().nullable(),
    number: model.number(),
    transaction_code: model.text().unique(),
    status: model.enum(["started", "issued", "rejected", "lost"]).default("started"),
    amount_centimos: model.number(),
    currency_code: model.text(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
    voucher_id: model.text().nullable(),
    error_code: model.text().nullable(),
    error_message: model.text().nullable(),
  })
  .indexes([
    { on: ["payment_session_id", "number"], unique: true },
    { on: ["cart_id"] },
    { on: ["status", "started_at"] },
  ])
