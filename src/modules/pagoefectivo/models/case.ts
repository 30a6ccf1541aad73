import { model } from "@medusajs/framework/utils"

/**
 * Something that does not add up, with what was expected and what was found. One row per fact:
 * `key` keeps the same fact from opening twice.
 */
export const Case = model
  .define("pagoefectivo_case", {
    id: model.id({ prefix: "pecas" }).primaryKey(),
    key: model.text().unique(),
    reason: model.text(),
    /** A sub-case of the reason, for example `session_gone`. */
    detail: model.text().nullable(),
    status: model.enum(["open", "resolved", "ignored"]).default("open"),
    expected: model.json(),
    actual: model.json(),
    amount_at_risk_centimos: model.number(),
    currency_code: model.text(),
    provider_id: model.text().nullable(),
    voucher_id: model.text().nullable(),
    order_id: model.text().nullable(),
    notice_id: model.text().nullable(),
    line_id: model.text().nullable(),
    payout_id: model.text().nullable(),
    /** Changes when the facts change: what a person resolved stays so until then. */
    facts_hash: model.text(),
    opened_at: model.dateTime(),
    /** How it ended: an action's name, or `healed`. */
    resolution: model.text().nullable(),
    resolved_at: model.dateTime().nullable(),
    resolved_by: model.text().nullable(),
    assigned_to: model.text().nullable(),
    /** Lima's day on which it was claimed of the collector; null: not claimed. */
    claimed_on: model.text().nullable(),
    /** Lima's day by which the collector is to answer; null where nobody said. */
    answer_due: model.text().nullable(),
    /** The collector's number of the claim. */
    claim_reference: model.text().nullable(),
    /** Given back by other means than the gateway: no longer at risk. */
    returned_centimos: model.number().default(0),
    /** Counts changes, so that two people can't overwrite each other. */
    version: model.number().default(1),
  })
  .indexes([
    { on: ["status", "reason"] },
    { on: ["voucher_id"] },
    { on: ["order_id"] },
    { on: ["line_id"] },
    { on: ["payout_id"] },
    { on: ["opened_at"] },
    { on: ["status", "amount_at_risk_centimos"] },
    { on: ["answer_due"] },
  ])
