import { model } from "@medusajs/framework/utils"

/**
 * Money to be given back. PagoEfectivo's direct API has no refund call: the merchant makes a bank
 * transfer, and this row says how much is owed and whether it was done.
 */
export const Refund = model
  .define("pagoefectivo_refund", {
    id: model.id({ prefix: "peref" }).primaryKey(),
    voucher_id: model.text(),
    /** The platform's refund id: the same refund asked for twice is one row. */
    idempotency_key: model.text().unique(),
    amount_centimos: model.number(),
    currency_code: model.text(),
    status: model.enum(["to_transfer", "transferred"]).default("to_transfer"),
    /** The bank's reference of the transfer. */
    reference: model.text().nullable(),
    transferred_at: model.dateTime().nullable(),
    recorded_by: model.text().nullable(),
  })
  .indexes([{ on: ["voucher_id"] }, { on: ["status"] }])
