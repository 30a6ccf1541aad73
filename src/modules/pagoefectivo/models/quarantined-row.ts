import { model } from "@medusajs/framework/utils"

/** A row of a report, or of a merchant's table, that could not be read; the other rows went on. */
export const QuarantinedRow = model
  .define("pagoefectivo_quarantined_row", {
    id: model.id({ prefix: "pequa" }).primaryKey(),
    /** The report, or the imported table. */
    report_id: model.text(),
    line_number: model.number(),
    /** Null when the whole row is the problem. */
    column_name: model.text().nullable(),
    found: model.text(),
    expected: model.text(),
    /** The same as a code with values; null for rows from before there were codes. */
    reason: model.json().nullable(),
    raw: model.text(),
    /** The report that has brought it corrected. */
    fixed_by: model.text().nullable(),
  })
  .indexes([{ on: ["report_id", "line_number"] }])
