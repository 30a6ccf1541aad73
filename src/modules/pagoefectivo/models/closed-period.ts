import { model } from "@medusajs/framework/utils"

/** Accounts that were closed: cases in them refuse silent changes. */
export const ClosedPeriod = model
  .define("pagoefectivo_closed_period", {
    id: model.id({ prefix: "pecpe" }).primaryKey(),
    /** Lima's days, both included. */
    from_day: model.text(),
    to_day: model.text(),
    note: model.text().nullable(),
    closed_by: model.text(),
    closed_at: model.dateTime(),
    reopened_by: model.text().nullable(),
    reopened_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["from_day", "to_day"] }])
