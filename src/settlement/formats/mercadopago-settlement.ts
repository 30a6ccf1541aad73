import { OTHER_MOVEMENTS } from "./mercadopago-movements"
import type { CellMeaning, TableFormat } from "./table-format"

/** PagoEfectivo among the account's means of payment; cards are none of the plugin's business. */
export const PAGOEFECTIVO_METHODS = ["pagoefectivo_atm"]

const ELSEWHERE: CellMeaning = { ignore: "other_movement" }
const DISPUTED: CellMeaning = { type: "reversal", status: "held" }

/**
 * Mercado Pago's settlement ("account money") report, reference 2.6. Dates carry their offset
 * (−04:00 as delivered). Fees are negative there, and positive here. A dispute holds the money; a
 * chargeback takes it. Withdrawals, cashback and shipping are no payments of an order.
 */
export const mercadopagoSettlement: TableFormat = {
  id: "mercadopago_settlement",
  timeZone: "Etc/GMT+4",
  header: "named",
  columns: {
    externalReference: "EXTERNAL_REFERENCE",
    paymentId: "SOURCE_ID",
    type: "TRANSACTION_TYPE",
    amount: "TRANSACTION_AMOUNT",
    currency: "TRANSACTION_CURRENCY",
    createdAt: "TRANSACTION_DATE",
    fee: "FEE_AMOUNT",
    net: "SETTLEMENT_NET_AMOUNT",
    settlementCurrency: "SETTLEMENT_CURRENCY",
    creditedAt: "SETTLEMENT_DATE",
    method: "PAYMENT_METHOD",
  },
  optional: ["method"],
  decimalMark: "auto",
  dateFormat: "iso",
  types: {
    settlement: { type: "payment", status: "settled" },
    refund: { type: "refund", status: "settled" },
    chargeback: { type: "reversal", status: "reversed" },
    dispute: DISPUTED,
    in_mediation: DISPUTED,
    mediation: DISPUTED,
    withdrawal: ELSEWHERE,
    payout: ELSEWHERE,
    ...OTHER_MOVEMENTS,
  },
  statuses: {},
  defaults: {},
  feeSign: "negative",
  amountSign: "signed",
  methods: PAGOEFECTIVO_METHODS,
  cipIsPaymentId: false,
}
