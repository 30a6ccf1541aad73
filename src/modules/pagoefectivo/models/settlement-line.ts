import { model } from "@medusajs/framework/utils"

/**
 * One movement of a report. The same row in two reports is one line; two equal rows of one report
 * are two (`occurrence`).
 */
export const SettlementLine = model
  .define("pagoefectivo_settlement_line", {
    id: model.id({ prefix: "pelin" }).primaryKey(),
    report_id: model.text(),
    /** Where the row begins in the archived file; the first line is 1. */
    line_number: model.number(),
    /** The first 128 bits of what the row says (see `src/settlement/fingerprint.ts`), as a UUID. */
    fingerprint: model.text(),
    occurrence: model.number(),
    provider_id: model.text(),
    /** What the report tells of; null: of movements. */
    ledger: model.enum(["paid", "releases"]).nullable(),
    external_reference: model.text().nullable(),
    payment_id: model.text().nullable(),
    type: model.enum(["payment", "refund", "reversal"]),
    status: model.enum(["settled", "held", "reversed"]),
    currency_code: model.text(),
    amount_centimos: model.number(),
    fee_centimos: model.number().nullable(),
    net_centimos: model.number().nullable(),
    paid_at: model.dateTime().nullable(),
    credited_at: model.dateTime().nullable(),
    payout_id: model.text().nullable(),
    settlement_currency_code: model.text().nullable(),
    fx_rate: model.text().nullable(),
    voucher_id: model.text().nullable(),
    matched_by: model.enum(["transaction_code", "payment_id", "person"]).nullable(),
    /** The line of another report that tells the same movement better; such a line is deleted. */
    replaced_by: model.text().nullable(),
  })
  .indexes([
    { on: ["fingerprint", "occurrence"], unique: true },
    { on: ["report_id", "line_number"] },
    { on: ["voucher_id"] },
    { on: ["payout_id"] },
    { on: ["id"], name: "IDX_pagoefectivo_settlement_line_unmatched", where: "voucher_id IS NULL" },
  ])
