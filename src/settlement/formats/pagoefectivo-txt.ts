import { LIMA } from "../../peru/lima"
import { transferNumber } from "./transfer-number"
import type { TableFormat } from "./table-format"

/**
 * The portal's file of one transfer: 15 columns without a header, one row for each paid CIP
 * (reference 5.2). It has no currency column; the transfer's id stands at most in the file's name.
 * `Fecha Cancelación` is the time of payment: "cancelado" means paid.
 */
export const pagoefectivoTxt: TableFormat = {
  id: "pagoefectivo_txt",
  timeZone: LIMA,
  header: 15,
  columns: { cip: 2, externalReference: 3, fee: 5, amount: 6, createdAt: 8 },
  optional: [],
  decimalMark: "auto",
  dateFormat: "dd/MM/yyyy",
  types: {},
  statuses: {},
  defaults: { status: "settled", currency: "PEN" },
  feeSign: "positive",
  amountSign: "signed",
  cipIsPaymentId: true,
  payoutIdFromFilename: transferNumber,
}
