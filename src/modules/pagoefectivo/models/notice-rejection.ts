import { model } from "@medusajs/framework/utils"

/** Refused notices, counted by day and reason: a flood of forgeries can't fill the database. */
export const NoticeRejection = model
  .define("pagoefectivo_notice_rejection", {
    id: model.id({ prefix: "penrj" }).primaryKey(),
    provider_id: model.text(),
    /** Lima's day, `2026-10-12`. */
    day: model.text(),
    reason: model.text(),
    count: model.number().default(0),
    last_at: model.dateTime(),
  })
  .indexes([{ on: ["provider_id", "day", "reason"], unique: true }, { on: ["last_at"] }])
