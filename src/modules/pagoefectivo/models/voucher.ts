import { model } from "@medusajs/framework/utils"

/**
 * One payment code (CIP), from its issue on. A row exists for every code that was ever issued to
 * this store, also when the order behind it never came to be.
 */
export const Voucher = model
  .define("pagoefectivo_voucher", {
    id: model.id({ prefix: "pevou" }).primaryKey(),
    /** 128 random bits in the address of the voucher page. */
    token: model.text().unique(),
    provider_id: model.text(),
    payment_session_id: model.text(),
    cart_id: model.text().nullable(),
    order_id: model.text().nullable(),
    /** The session's attempt that issued it: 1, 2, … */
    attempt: model.number(),
    transaction_code: model.text().unique(),
    cip: model.text(),
    /** What the gateway is asked by (direct API: the CIP). */
    gateway_id: model.text(),
    /** The gateway's hosted page. */
    url: model.text().nullable(),
    amount_centimos: model.number(),
    currency_code: model.text(),
    payer_first_name: model.text().nullable(),
    status: model.enum(["waiting", "paid", "expired", "voided", "reversed"]).default("waiting"),
    issued_at: model.dateTime(),
    expires_at: model.dateTime(),
    paid_at: model.dateTime().nullable(),
    paid_centimos: model.number().nullable(),
    paid_currency_code: model.text().nullable(),
    /** When the store booked the money. */
    captured_at: model.dateTime().nullable(),
    /** What of it the order did not owe when it was booked. */
    excess_centimos: model.number().default(0),
    /** When the code could not be paid any more, by the gateway's word. */
    closed_at: model.dateTime().nullable(),
    reversed_at: model.dateTime().nullable(),
    /** What the gateway says was given back in all, by the merchant or by itself; null: nothing. */
    refunded_centimos: model.number().nullable(),
    /** Since when the gateway holds the money, as during a dispute. */
    held_at: model.dateTime().nullable(),
    reminded_at: model.dateTime().nullable(),
    /** When the deadline was announced to the shopper's side as passed. */
    expiry_announced_at: model.dateTime().nullable(),
    /** When everything that follows from the passed deadline was done (the order cancelled or kept). */
    deadline_followed_at: model.dateTime().nullable(),
    /** The gateway's last answer, in its own words. */
    gateway_status: model.text().nullable(),
    checked_at: model.dateTime().nullable(),
    /** When the gateway is to be asked next by polling; null: not any more. */
    next_check_at: model.dateTime().nullable(),
    /**
     * Why this code must stop being payable; set before the gateway is asked and cleared only when
     * the gateway has confirmed. An open task survives any crash.
     */
    closing_reason: model
      .enum(["deadline", "order_canceled", "superseded", "session_deleted", "orphan", "admin"])
      .nullable(),
    closing_since: model.dateTime().nullable(),
    closing_tries: model.number().default(0),
    closing_next_try_at: model.dateTime().nullable(),
    closing_last_error: model.text().nullable(),
    metadata: model.json().nullable(),
  })
  .indexes([
    { on: ["provider_id", "gateway_id"], unique: true },
    { on: ["cip"] },
    { on: ["payment_session_id"] },
    { on: ["cart_id"] },
    { on: ["order_id"] },
    { on: ["status", "expires_at"] },
    { on: ["status", "next_check_at"] },
    { on: ["created_at"] },
    { on: ["closing_next_try_at"], where: "closing_reason IS NOT NULL" },
  ])
