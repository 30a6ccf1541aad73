import { formatPortalDate } from "../lima-time"
import { toDecimalText } from "../money"
import { delimitedText } from "./delimited-text"
import type { SandboxLine } from "./settlement-line"

/** Stands for the columns whose meaning is unknown. */
const UNKNOWN = "X"

/**
 * The portal's transfer file: 15 columns, no header, Lima time. Negative rows for refunds and
 * reversals, UTF-8 and quoting where a reference holds a comma are assumptions.
 */
export function writePagoefectivoTxt(lines: SandboxLine[]): Buffer {
  return delimitedText(
    lines.map((line) => [
      UNKNOWN,
      UNKNOWN,
      line.cip,
      line.reference,
      UNKNOWN,
      toDecimalText(line.feeCentimos),
      toDecimalText(line.centimos),
      formatPortalDate(line.issuedAt),
      formatPortalDate(line.paidAt),
      UNKNOWN,
      UNKNOWN,
      UNKNOWN,
      line.bank,
      UNKNOWN,
      line.channel,
    ]),
  )
}
