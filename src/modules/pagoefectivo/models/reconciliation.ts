import { model } from "@medusajs/framework/utils"

/** One run of the reconciliation, resumable and repeatable. */
export const Reconciliation = model
  .define("pagoefectivo_reconciliation", {
    id: model.id({ prefix: "perec" }).primaryKey(),
    status: model.enum(["pending", "running", "completed", "failed"]).default("pending"),
    trigger: model.enum(["schedule", "manual"]),
    actor: model.text(),
    /** Lima's days, `2026-10-12`; null: whatever may have changed since the last run. */
    scope_from: model.text().nullable(),
    scope_to: model.text().nullable(),
    phase: model.text().nullable(),
    /** 0 to 1. */
    progress: model.float().default(0),
    vouchers_count: model.number().default(0),
    lines_count: model.number().default(0),
    /** Cases found, and their amounts at risk as decimal texts by currency, for each reason. */
    counts: model.json().nullable(),
    sums: model.json().nullable(),
    /** Against the run before. */
    changes: model.json().nullable(),
    started_at: model.dateTime().nullable(),
    /** A running run whose heart stopped is started over. */
    heartbeat_at: model.dateTime().nullable(),
    finished_at: model.dateTime().nullable(),
    error: model.text().nullable(),
  })
  .indexes([{ on: ["status"] }, { on: ["created_at"] }])
