import { model } from "@medusajs/framework/utils"

/**
 * The webhook inbox: each authentic notice as it was received. The same bytes delivered again are
 * the same notice, counted.
 *
 * `received`: to be processed (also after failures, until the tries are used up). `processed`: its
 * effect is complete. `ignored`: nothing to do. `failed`: given up, a person must look.
 */
export const Notice = model
  .define("pagoefectivo_notice", {
    id: model.id({ prefix: "penot" }).primaryKey(),
    provider_id: model.text(),
    body_sha256: model.text(),
    raw_body: model.text(),
    headers: model.json(),
    query: model.json().nullable(),
    /** `unreadable`: signed correctly, but not in a known shape. */
    verdict: model.enum(["authentic", "unreadable"]),
    event_type: model.text().nullable(),
    gateway_id: model.text().nullable(),
    transaction_code: model.text().nullable(),
    operation_number: model.text().nullable(),
    claimed_amount: model.text().nullable(),
    claimed_currency_code: model.text().nullable(),
    claimed_paid_at: model.dateTime().nullable(),
    received_at: model.dateTime(),
    last_received_at: model.dateTime(),
    deliveries: model.number().default(1),
    status: model.enum(["received", "processed", "ignored", "failed"]).default("received"),
    /** What came of it, for example `captured`, `case_opened`, `not_ours`. */
    outcome: model.text().nullable(),
    tries: model.number().default(0),
    next_try_at: model.dateTime().nullable(),
    processed_at: model.dateTime().nullable(),
    last_error: model.text().nullable(),
    voucher_id: model.text().nullable(),
    replayed_by: model.text().nullable(),
    replayed_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["provider_id", "body_sha256"], unique: true },
    { on: ["status", "next_try_at"] },
    { on: ["voucher_id"] },
    { on: ["gateway_id"] },
    { on: ["transaction_code"] },
    { on: ["received_at"] },
  ])
