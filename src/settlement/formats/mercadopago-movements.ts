import type { CellMeaning } from "./table-format"

const ELSEWHERE: CellMeaning = { ignore: "other_movement" }

/**
 * Words of Mercado Pago's glossaries, of today and of former years, for movements that are no payment
 * of an order: shipping, taxes, reserves, restrictions, yields, and whatever takes back an earlier
 * movement (a person closes the case of a dispute that was won). Reports cut words at 30 characters.
 */
export const OTHER_MOVEMENTS: Readonly<Record<string, CellMeaning>> = Object.fromEntries(
  [
    "shipping",
    "shipping_*",
    "settlement_shipping",
    "refund_shipping",
    "chargeback_shipping",
    "dispute_shipping",
    "mediation_cancel",
    "chargeback_cancel",
    "dispute_cancel",
    "refund_cancel",
    "payment_cancel",
    "withdrawal_cancel",
    "payout_cancel",
    "reserve_*",
    "tax_*",
    "pre_*",
    "pos_*",
    "fee_*",
    "asset_*",
    "money_*",
    "credit_payment",
    "cashback",
    "cashback_cancel",
    "restriction",
    "judgment_bacen",
    "fraud",
  ].map((word) => [word, ELSEWHERE]),
)
