import { model } from "@medusajs/framework/utils"

/** A settlement report as it was taken in. The file itself is archived untouched. */
export const SettlementReport = model
  .define("pagoefectivo_settlement_report", {
    id: model.id({ prefix: "peser" }).primaryKey(),
    filename: model.text(),
    /** Of the file's bytes, lower-case hex: the same file is never taken twice. */
    sha256: model.text().unique(),
    size_bytes: model.number(),
    format: model.text().nullable(),
    /** IANA zone in which dates without an offset were read. */
    time_zone: model.text().nullable(),
    provider_id: model.text(),
    /** `upload`, or the source's type and name; never a secret. */
    source: model.text(),
    imported_by: model.text(),
    /** Lines of a withdrawn one count no more. */
    status: model.enum(["importing", "imported", "failed", "withdrawn"]).default("importing"),
    /** The archived file in the File Module. */
    file_id: model.text().nullable(),
    lines_count: model.number().default(0),
    quarantined_count: model.number().default(0),
    /** How many of those a later upload has brought corrected. */
    fixed_count: model.number().default(0),
    ignored_count: model.number().default(0),
    /** What is no line, by reason, word and sheet; see `LeftOut`. */
    left_out: model.json().nullable(),
    duplicates_count: model.number().default(0),
    /** Lines that another report tells better. */
    replaced_count: model.number().default(0),
    /** Lima's days of the first and last movement. */
    first_day: model.text().nullable(),
    last_day: model.text().nullable(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
    error: model.text().nullable(),
    /** What was chosen at the upload; see `ReadAs`. */
    read_as: model.json().nullable(),
    /** Which plugin with which formats has read it; empty when all of it is to be read again. */
    read_with: model.text().nullable(),
    /** What became of it since, oldest first; see `ReportChange`. */
    history: model.json().nullable(),
    kept_until: model.dateTime(),
  })
  .indexes([{ on: ["status"] }, { on: ["started_at"] }, { on: ["kept_until"] }])
