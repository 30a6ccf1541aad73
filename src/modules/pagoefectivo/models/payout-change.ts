import { model } from "@medusajs/framework/utils"

/**
 * What was entered for a payout, and what stood there before: who, when, from where. Never changed,
 * only added to.
 */
export const PayoutChange = model
  .define("pagoefectivo_payout_change", {
    id: model.id({ prefix: "pepch" }).primaryKey(),
    provider_id: model.text(),
    payout_id: model.text(),
    currency_code: model.text(),
    at: model.dateTime(),
    /** An admin user's id; `system` for a settlement report. */
    changed_by: model.text(),
    source: model.enum(["manual", "file", "report"]),
    /** The imported table, or the settlement report. */
    file_id: model.text().nullable(),
    line_number: model.number().nullable(),
    note: model.text().nullable(),
    /** Null: nothing was known before. Money in céntimos. */
    before: model.json().nullable(),
    after: model.json(),
  })
  .indexes([{ on: ["payout_id", "at"] }, { on: ["at"] }])
