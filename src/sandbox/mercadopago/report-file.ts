import { toDecimalText } from "../money"
import { delimitedText } from "../settlement/delimited-text"
import { feeWithIgv } from "../settlement/fee"
import type { MercadoPagoContext } from "./context"
import { RELEASE_DELAY_MS } from "./limits"
import { PAGOEFECTIVO_METHOD } from "./payment-json"
import type { ReportKind, ReportRecord } from "./report-desk"
import { formatPaymentDate } from "./vendor-time"

/** One movement of money, signed: negative for what leaves the account. */
interface Movement {
  kind: "SETTLEMENT" | "REFUND" | "CHARGEBACK"
  reference: string
  paymentId: number
  cip: string
  centimos: number
  currency: string
  /** Positive for what is charged. */
  feeCentimos: number
  at: Date
}

type Row = Record<string, string>

/** Order as published; columns that are left out of the configuration are left out here. */
export const COLUMNS: Record<ReportKind, string[]> = {
  settlement_report:
    "EXTERNAL_REFERENCE,SOURCE_ID,USER_ID,PAYMENT_METHOD_TYPE,PAYMENT_METHOD,SITE,TRANSACTION_TYPE,TRANSACTION_AMOUNT,TRANSACTION_CURRENCY,TRANSACTION_DATE,FEE_AMOUNT,SETTLEMENT_NET_AMOUNT,SETTLEMENT_CURRENCY,SETTLEMENT_DATE,REAL_AMOUNT,COUPON_AMOUNT,METADATA,MKP_FEE_AMOUNT,FINANCING_FEE_AMOUNT,SHIPPING_FEE_AMOUNT,TAXES_AMOUNT,INSTALLMENTS,ORDER_ID,SHIPPING_ID,SHIPMENT_MODE,PACK_ID".split(
      ",",
    ),
  release_report:
    "DATE,SOURCE_ID,EXTERNAL_REFERENCE,RECORD_TYPE,DESCRIPTION,NET_CREDIT_AMOUNT,NET_DEBIT_AMOUNT,GROSS_AMOUNT,MP_FEE_AMOUNT,FINANCING_FEE_AMOUNT,SHIPPING_FEE_AMOUNT,TAXES_AMOUNT,COUPON_AMOUNT,INSTALLMENTS,PAYMENT_METHOD".split(
      ",",
    ),
}

const OTHER_COLUMNS = ["ID", "STATUS", "VALUE"]
const ZERO = "0.00"

/** The bytes of a report, made when they are fetched. */
export function reportFile(report: ReportRecord, context: MercadoPagoContext): Buffer {
  const { kind, begin, end, settings } = report
  const columns = columnsOf(report, context)
  const movements = movementsOf(kind, context).filter(({ at }) => at >= begin && at <= end)
  const rows =
    kind === "settlement_report"
      ? movements.map(settlementRow(context))
      : releaseReport(movements, report, context)
  const separator = String(settings.separator ?? ",")
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ""))
  return delimitedText([columns, ...cells], separator)
}

function columnsOf({ kind, settings }: ReportRecord, { mercadoPago }: MercadoPagoContext) {
  if (mercadoPago.reportFile === "other_columns") {
    return OTHER_COLUMNS
  }
  const wanted = settings.columns
  const keys = Array.isArray(wanted) ? wanted.map((one: { key?: unknown }) => one.key) : null
  return COLUMNS[kind].filter((column) => keys === null || keys.includes(column))
}

function movementsOf(kind: ReportKind, { book, feeCard }: MercadoPagoContext): Movement[] {
  const delayMs = kind === "release_report" ? RELEASE_DELAY_MS : 0
  return book
    .list()
    .reverse()
    .flatMap(({ id, voucher, refunds }) => {
      const common = { reference: voucher.transactionCode, paymentId: id, cip: voucher.cip }
      const payments = voucher.payments.map(({ centimos, currency, paidAt }): Movement => ({
        ...common,
        kind: "SETTLEMENT",
        centimos,
        currency,
        feeCentimos: feeWithIgv(centimos, feeCard),
        at: new Date(paidAt.getTime() + delayMs),
      }))
      const { currency } = voucher
      const back = refunds
        .filter(({ status }) => status === "approved")
        .map(({ centimos, createdAt }): Movement => ({
          ...common,
          kind: "REFUND",
          centimos: -centimos,
          currency,
          feeCentimos: 0,
          at: createdAt,
        }))
      const last = payments.at(-1)
      const isChargeback = voucher.reversedAt && last && !refunds.some(({ by }) => by === "admin")
      const chargeback: Movement[] = isChargeback
        ? [
            {
              ...last,
              kind: "CHARGEBACK",
              centimos: -last.centimos,
              feeCentimos: -last.feeCentimos,
              at: voucher.reversedAt ?? last.at,
            },
          ]
        : []
      return [...payments, ...back, ...chargeback]
    })
    .sort((left, right) => left.at.getTime() - right.at.getTime())
}

const settlementRow =
  ({ credentials }: MercadoPagoContext) =>
  (movement: Movement): Row => {
    const { kind, reference, paymentId, centimos, currency, feeCentimos, at } = movement
    const net = toDecimalText(centimos - feeCentimos)
    return {
      EXTERNAL_REFERENCE: reference,
      SOURCE_ID: String(paymentId),
      USER_ID: String(credentials.userId),
      PAYMENT_METHOD_TYPE: "atm",
      PAYMENT_METHOD: PAGOEFECTIVO_METHOD,
      SITE: "MPE",
      TRANSACTION_TYPE: kind,
      TRANSACTION_AMOUNT: toDecimalText(centimos),
      TRANSACTION_CURRENCY: currency,
      TRANSACTION_DATE: formatPaymentDate(at),
      FEE_AMOUNT: toDecimalText(-feeCentimos),
      SETTLEMENT_NET_AMOUNT: net,
      SETTLEMENT_CURRENCY: currency,
      SETTLEMENT_DATE: formatPaymentDate(
        kind === "SETTLEMENT" ? new Date(at.getTime() + RELEASE_DELAY_MS) : at,
      ),
      REAL_AMOUNT: net,
      COUPON_AMOUNT: ZERO,
      METADATA: '[{"tienda":"demo, Lima"}]',
      MKP_FEE_AMOUNT: toDecimalText(-feeCentimos),
      FINANCING_FEE_AMOUNT: ZERO,
      SHIPPING_FEE_AMOUNT: ZERO,
      TAXES_AMOUNT: ZERO,
      INSTALLMENTS: "1",
    }
  }

/** What became free, and what was sent to the bank of it in the end. */
function releaseReport(
  movements: Movement[],
  { id, end }: ReportRecord,
  { mercadoPago }: MercadoPagoContext,
): Row[] {
  const { heldPayments, payouts } = mercadoPago
  const free = movements.filter(
    ({ paymentId, cip }) => ![String(paymentId), cip].some((one) => heldPayments.includes(one)),
  )
  const net = free.reduce((sum, { centimos, feeCentimos }) => sum + centimos - feeCentimos, 0)
  return payouts && net > 0 ? [...releaseRows(free), payoutRow(id, net, end)] : releaseRows(free)
}

function payoutRow(reportId: number, centimos: number, at: Date): Row {
  return {
    DATE: formatPaymentDate(at),
    SOURCE_ID: `9${reportId}`,
    RECORD_TYPE: "release",
    DESCRIPTION: "payout",
    NET_CREDIT_AMOUNT: ZERO,
    NET_DEBIT_AMOUNT: toDecimalText(centimos),
    GROSS_AMOUNT: toDecimalText(-centimos),
    MP_FEE_AMOUNT: ZERO,
  }
}

const DESCRIPTIONS = { SETTLEMENT: "payment", REFUND: "refund", CHARGEBACK: "chargeback" }

function releaseRows(movements: Movement[]): Row[] {
  const rows = movements.map((movement): Row => {
    const net = movement.centimos - movement.feeCentimos
    return {
      DATE: formatPaymentDate(movement.at),
      SOURCE_ID: String(movement.paymentId),
      EXTERNAL_REFERENCE: movement.reference,
      RECORD_TYPE: "release",
      DESCRIPTION: DESCRIPTIONS[movement.kind],
      NET_CREDIT_AMOUNT: toDecimalText(Math.max(0, net)),
      NET_DEBIT_AMOUNT: toDecimalText(Math.max(0, -net)),
      GROSS_AMOUNT: toDecimalText(movement.centimos),
      MP_FEE_AMOUNT: toDecimalText(-movement.feeCentimos),
      FINANCING_FEE_AMOUNT: ZERO,
      SHIPPING_FEE_AMOUNT: ZERO,
      TAXES_AMOUNT: ZERO,
      COUPON_AMOUNT: ZERO,
      INSTALLMENTS: "1",
      PAYMENT_METHOD: PAGOEFECTIVO_METHOD,
    }
  })
  return rows
}
