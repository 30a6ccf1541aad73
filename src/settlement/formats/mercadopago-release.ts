import { OTHER_MOVEMENTS } from "./mercadopago-movements"
import { PAGOEFECTIVO_METHODS } from "./mercadopago-settlement"
import type { CellMeaning, TableFormat } from "./table-format"

const ELSEWHERE: CellMeaning = { ignore: "other_movement" }
const PAYOUT: CellMeaning = { ignore: "other_movement", payout: true }
const DISPUTED: CellMeaning = { type: "reversal", status: "held" }
const BALANCE: CellMeaning = { ignore: "totals" }
const RELEASED: CellMeaning = { status: "settled" }

/**
 * Mercado Pago's release ("released money") report, reference 2.6: net in a credit and a debit
 * column, no currency column (Peru: soles), balances between the movements.
 */
export const mercadopagoRelease: TableFormat = {
  id: "mercadopago_release",
  timeZone: "Etc/GMT+4",
  header: "named",
  columns: {
    creditedAt: "DATE",
    paymentId: "SOURCE_ID",
    externalReference: "EXTERNAL_REFERENCE",
    status: "RECORD_TYPE",
    type: "DESCRIPTION",
    netCredit: "NET_CREDIT_AMOUNT",
    netDebit: "NET_DEBIT_AMOUNT",
    amount: "GROSS_AMOUNT",
    fee: "MP_FEE_AMOUNT",
    method: "PAYMENT_METHOD",
  },
  optional: ["method"],
  decimalMark: "auto",
  dateFormat: "iso",
  statuses: {
    release: RELEASED,
    block: ELSEWHERE,
    unblock: ELSEWHERE,
    fullblock: ELSEWHERE,
    initial_available_balance: BALANCE,
    available_balance: BALANCE,
    subtotal: BALANCE,
    total: BALANCE,
  },
  types: {
    payment: { type: "payment" },
    refund: { type: "refund" },
    chargeback: { type: "reversal", status: "reversed" },
    mediation: DISPUTED,
    in_mediation: DISPUTED,
    dispute: DISPUTED,
    withdrawal: PAYOUT,
    payout: PAYOUT,
    ...OTHER_MOVEMENTS,
  },
  defaults: { currency: "PEN" },
  feeSign: "negative",
  amountSign: "signed",
  methods: PAGOEFECTIVO_METHODS,
  ledger: "releases",
  cipIsPaymentId: false,
}
