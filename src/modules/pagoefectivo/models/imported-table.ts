import { model } from "@medusajs/framework/utils"

/** A merchant's table (bank deposits, exchange rates) as it was taken in; the file is archived untouched. */
export const ImportedTable = model
  .define("pagoefectivo_imported_table", {
    id: model.id({ prefix: "petab" }).primaryKey(),
    kind: model.enum(["bank_deposits", "exchange_rates"]),
    /** Whose deposits; empty for exchange rates, which are nobody's. */
    provider_id: model.text().default(""),
    filename: model.text(),
    /** Of the file's bytes, lower-case hex: the same file is never taken twice. */
    sha256: model.text(),
    size_bytes: model.number(),
    imported_by: model.text(),
    status: model.enum(["importing", "imported", "failed"]).default("importing"),
    /** The archived file in the File Module. */
    file_id: model.text().nullable(),
    new_count: model.number().default(0),
    changed_count: model.number().default(0),
    unchanged_count: model.number().default(0),
    quarantined_count: model.number().default(0),
    ignored_count: model.number().default(0),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
    error: model.text().nullable(),
    kept_until: model.dateTime(),
  })
  .indexes([
    { on: ["kind", "provider_id", "sha256"], unique: true },
    { on: ["started_at"] },
    { on: ["kept_until"] },
  ])
