import { model } from "@medusajs/framework/utils"

/**
 * Money given back. PagoEfectivo's direct API has no refund call: the merchant makes a bank transfer
 * (`to_transfer`, then `transferred`). Other gateways do it themselves (`in_process`, then `approved`
 * or `rejected`).
 */
export const Refund = model
  .define("pagoefectivo_refund", {
    id: model.id({ prefix: "peref" }).primaryKey(),
    voucher_id: model.text(),
    /** The platform's refund id: the same refund asked for twice is one row. */
    idempotency_key: model.text().unique(),
    amount_centimos: model.number(),
    currency_code: model.text(),
    status: model
      .enum(["to_transfer", "transferred", "in_process", "approved", "rejected"])
      .default("to_transfer"),
    /** The bank's reference of the transfer, or the gateway's id of the refund. */
    reference: model.text().nullable(),
    transferred_at: model.dateTime().nullable(),
    recorded_by: model.text().nullable(),
  })
  .indexes([{ on: ["voucher_id"] }, { on: ["status"] }])
