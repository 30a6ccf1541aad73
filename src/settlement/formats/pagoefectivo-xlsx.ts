import { LIMA } from "../../peru/lima"
import type { CellMeaning, TableFormat } from "./table-format"

const PAID: CellMeaning = { type: "payment", status: "settled" }
const TAKEN_BACK: CellMeaning = { type: "reversal", status: "reversed" }
const NEVER_PAID: CellMeaning = { ignore: "other_movement" }
/** As the gateway's own states: paid all the same, or taken back after it was paid. */
const LATE: CellMeaning = { ...NEVER_PAID, whenPaid: PAID }
const VOIDED: CellMeaning = { ...NEVER_PAID, whenPaid: TAKEN_BACK }

/**
 * The portal's operations report (reference 5.3), header on row 11. It lists codes in every state:
 * only paid ones and payments that were taken back ("extornada", or "anulada" with a date of payment)
 * are movements, and nothing in it is settled. The columns with
 * the payer's e-mail, document and phone are never read; the name only for suggestions.
 */
export const pagoefectivoXlsx: TableFormat = {
  id: "pagoefectivo_xlsx",
  timeZone: LIMA,
  header: "named",
  columns: {
    cip: "CIP",
    externalReference: "Nro.Ord.Comercio",
    amount: "Monto",
    status: "Estado",
    createdAt: "Fec.Cancelación",
  },
  payerColumns: ["Cliente Nombre", "Cliente Apellidos"],
  optional: [],
  decimalMark: "auto",
  dateFormat: "dd/MM/yyyy",
  types: {},
  statuses: {
    cancelada: PAID,
    cancelado: PAID,
    pagada: PAID,
    pagado: PAID,
    extornada: TAKEN_BACK,
    extornado: TAKEN_BACK,
    generada: NEVER_PAID,
    generado: NEVER_PAID,
    pendiente: NEVER_PAID,
    "pendiente de pago": NEVER_PAID,
    expirada: LATE,
    expirado: LATE,
    vencida: LATE,
    vencido: LATE,
    eliminada: LATE,
    eliminado: LATE,
    anulada: VOIDED,
    anulado: VOIDED,
  },
  defaults: { currency: "PEN" },
  feeSign: "positive",
  amountSign: "unsigned",
  ledger: "paid",
  cipIsPaymentId: true,
}
