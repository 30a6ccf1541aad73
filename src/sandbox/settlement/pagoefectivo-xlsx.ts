import { formatPortalDate } from "../lima-time"
import { toDecimalText } from "../money"
import type { SandboxStatus } from "../switches"
import type { SandboxVoucherRecord, VoucherStore } from "../voucher-store"
import type { SandboxLine } from "./settlement-line"

const HEADER_ROW = 11
const HEADER = [
  "CIP",
  "Nro.Ord.Comercio",
  "Monto",
  "Estado",
  "Fec.Emisión",
  "Fec.Cancelación",
  "Fec.Anulada",
  "FechaAExpirar",
  "Fec.Eliminado",
  "Servicio",
  "Cliente Nombre",
  "Cliente Apellidos",
  "Cliente Email",
  "Tipo Doc.",
  "Nro Documento",
  "Cliente Alias",
  "Cliente Telefono",
  "Concepto Pago",
  "Datos Adicionales",
  "Canal",
  "Fec.Actualizacion",
]
const STATES: Record<SandboxStatus, string> = {
  generated: "Generada",
  paid: "Cancelada",
  expired: "Expirada",
  deleted: "Eliminada",
  reversed: "Anulada",
}

type Cell = string | { value: number; format: string } | null

interface Operation {
  cip: string
  reference: string
  centimos: number
  status: SandboxStatus
  issuedAt: Date
  paidAt: Date | null
  channel: string | null
  voucher: SandboxVoucherRecord | null
}

/** The portal's operations report: header on row 11, codes that nobody paid after the paid ones. */
export async function writePagoefectivoXlsx(
  lines: SandboxLine[],
  unpaid: SandboxVoucherRecord[],
  store: VoucherStore,
): Promise<Buffer> {
  const { default: writeExcelFile } = await import("write-excel-file/node")
  const operations = [
    ...lines.map((line) => operationOfLine(line, store)),
    ...unpaid.map((voucher) => operationOfUnpaid(voucher, store)),
  ]
  const above: Cell[][] = Array.from({ length: HEADER_ROW - 1 }, () => [])
  above[0] = ["Reporte de operaciones"]
  const sheet = [...above, HEADER, ...operations.map(rowOf)]
  return writeExcelFile(sheet).toBuffer()
}

function operationOfLine(line: SandboxLine, store: VoucherStore): Operation {
  const reversed = line.voucher !== null && store.statusOf(line.voucher) === "reversed"
  return { ...line, status: reversed ? "reversed" : "paid" }
}

function operationOfUnpaid(voucher: SandboxVoucherRecord, store: VoucherStore): Operation {
  return {
    cip: voucher.cip,
    reference: voucher.transactionCode,
    centimos: voucher.centimos,
    status: store.statusOf(voucher),
    issuedAt: voucher.createdAt,
    paidAt: null,
    channel: null,
    voucher,
  }
}

function rowOf(operation: Operation): Cell[] {
  const { voucher } = operation
  const field = (name: string) => String(voucher?.fields[name] ?? "")
  const date = (instant: Date | null | undefined) => (instant ? formatPortalDate(instant) : "")
  const updatedAt =
    voucher?.reversedAt ?? operation.paidAt ?? voucher?.deletedAt ?? operation.issuedAt
  return [
    operation.cip,
    operation.reference,
    { value: Number(toDecimalText(operation.centimos)), format: "0.00" },
    STATES[operation.status],
    date(operation.issuedAt),
    date(operation.paidAt),
    date(voucher?.reversedAt),
    date(voucher?.expiresAt),
    date(voucher?.deletedAt),
    "PagoEfectivo Soles",
    field("userName"),
    field("userLastName"),
    field("userEmail"),
    field("userDocumentType"),
    field("userDocumentNumber"),
    "",
    field("userPhone"),
    field("paymentConcept"),
    field("additionalData"),
    operation.channel ?? "",
    date(updatedAt),
  ]
}
