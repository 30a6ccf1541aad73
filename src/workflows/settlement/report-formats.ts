import type { PagoEfectivoOptions } from "../../config"
import { customFormat, type TableFormat } from "../../settlement"

/** The merchant's own formats, from the options. */
export function reportFormats({ settlement }: PagoEfectivoOptions): TableFormat[] {
  return settlement.formats.map((mapping) => customFormat(mapping))
}
