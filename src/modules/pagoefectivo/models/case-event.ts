import { model } from "@medusajs/framework/utils"

/** A case's history: who did what, when and why. Never changed, only added to. */
export const CaseEvent = model
  .define("pagoefectivo_case_event", {
    id: model.id({ prefix: "peced" }).primaryKey(),
    case_id: model.text(),
    kind: model.text(),
    at: model.dateTime(),
    actor: model.text(),
    note: model.text().nullable(),
    /** What the event changed, so that it can be undone. */
    data: model.json().nullable(),
  })
  .indexes([{ on: ["case_id", "at"] }])
