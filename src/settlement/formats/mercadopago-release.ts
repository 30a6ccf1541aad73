import { PAGOEFECTIVO_METHODS } from "./mercadopago-settlement"
import type { CellMeaning, TableFormat } from "./table-format"

const ELSEWHERE: CellMeaning = { ignore: "other_movement" }
const PAYOUT: CellMeaning = { ignore: "other_movement", payout: true }
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
    mediation: { type: "reversal", status: "held" },
    withdrawal: PAYOUT,
    payout: PAYOUT,
    reserve_for_payment: ELSEWHERE,
    reserve_for_payout: ELSEWHERE,
    reserve_for_refund: ELSEWHERE,
    reserve_for_dispute: ELSEWHERE,
    reserve_for_bpp_shipping_return: ELSEWHERE,
  },
  defaults: { currency: "PEN" },
  feeSign: "negative",
  amountSign: "signed",
  creditedMayLieAhead: false,
  methods: PAGOEFECTIVO_METHODS,
  ledger: "releases",
  cipIsPaymentId: false,
}
