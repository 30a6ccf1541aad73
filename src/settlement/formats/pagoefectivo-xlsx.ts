import { LIMA } from "../../peru/lima"
import type { CellMeaning, TableFormat } from "./table-format"

const PAID: CellMeaning = { type: "payment", status: "settled" }
const TAKEN_BACK: CellMeaning = { type: "reversal", status: "reversed" }
const NEVER_PAID: CellMeaning = { ignore: "other_movement" }

/**
 * The portal's operations report (reference 5.3), header on row 11. It lists codes in every state:
 * only paid ones and payments that were taken back ("extornada") are movements. The columns with
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
    expirada: NEVER_PAID,
    expirado: NEVER_PAID,
    vencida: NEVER_PAID,
    vencido: NEVER_PAID,
    eliminada: NEVER_PAID,
    eliminado: NEVER_PAID,
    anulada: NEVER_PAID,
    anulado: NEVER_PAID,
  },
  defaults: { currency: "PEN" },
  feeSign: "positive",
  amountSign: "unsigned",
  creditedMayLieAhead: false,
  cipIsPaymentId: true,
}
