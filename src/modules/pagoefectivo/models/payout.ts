import { model } from "@medusajs/framework/utils"

/** One transfer of the gateway to the merchant's bank, and what the bank received. */
export const Payout = model
  .define("pagoefectivo_payout", {
    id: model.id({ prefix: "pepay" }).primaryKey(),
    provider_id: model.text(),
    /** As the report names it. */
    payout_id: model.text(),
    currency_code: model.text(),
    /** When a report told of it by itself; lines that name it are not counted here. */
    reported_at: model.dateTime().nullable(),
    /** That report, as long as nobody entered another total. */
    reported_by: model.text().nullable(),
    declared_total_centimos: model.number().nullable(),
    bank_deposit_centimos: model.number().nullable(),
    bank_deposited_at: model.dateTime().nullable(),
    bank_reference: model.text().nullable(),
    entered_by: model.text().nullable(),
  })
  .indexes([{ on: ["payout_id", "currency_code", "provider_id"], unique: true }])
