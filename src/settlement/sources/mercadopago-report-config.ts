import { mercadopagoRelease } from "../formats/mercadopago-release"
import { mercadopagoSettlement } from "../formats/mercadopago-settlement"
import type { TableFormat } from "../formats/table-format"

export const MERCADOPAGO_REPORTS = ["settlement", "release"] as const
export type MercadoPagoReport = (typeof MERCADOPAGO_REPORTS)[number]

export type ReportConfig = Record<string, unknown>

type Columns = Readonly<Record<MercadoPagoReport, readonly string[]>>

/** Columns without which a report can't be read. */
export const NEEDED_COLUMNS: Columns = {
  settlement: columnsOf(
    mercadopagoSettlement,
    (field) => !isOptional(mercadopagoSettlement, field),
  ),
  release: columnsOf(mercadopagoRelease, (field) => !isOptional(mercadopagoRelease, field)),
}

/** Columns that a report is asked to have. */
const WANTED_COLUMNS: Columns = {
  settlement: columnsOf(mercadopagoSettlement),
  release: columnsOf(mercadopagoRelease),
}

const SEPARATORS: readonly unknown[] = [",", ";"]
/** The one that `mercadopago_settlement` reads dates without an offset in. */
const TIME_ZONE = "GMT-04"

/** What an account that has no configuration yet gets. It schedules nothing by itself. */
export function newConfig(report: MercadoPagoReport): ReportConfig {
  return {
    file_name_prefix: `pagoefectivo-${report}`,
    columns: asKeys(WANTED_COLUMNS[report]),
    separator: ",",
    display_timezone: TIME_ZONE,
    frequency: { type: "daily", value: 1, hour: 3 },
    report_translation: "en",
    include_withdraw: true,
  }
}

/**
 * A configuration that is there already, with what is missing for reading its reports; null when
 * nothing is. The merchant's other columns and settings stay. Dates carry their offset, so any time
 * zone will do.
 */
export function correctedConfig(
  report: MercadoPagoReport,
  existing: ReportConfig,
): ReportConfig | null {
  const { scheduled: _readOnly, columns, separator, ...rest } = existing
  const keys = keysOf(columns)
  const missing = WANTED_COLUMNS[report].filter((column) => !keys.includes(column))
  const hasSeparator = separator === undefined || SEPARATORS.includes(separator)
  if (missing.length === 0 && hasSeparator) {
    return null
  }
  return {
    ...rest,
    columns: asKeys([...keys, ...missing]),
    separator: hasSeparator && separator !== undefined ? separator : ",",
  }
}

function isOptional({ optional }: TableFormat, field: string): boolean {
  return (optional as readonly string[]).includes(field)
}

function columnsOf(
  { columns }: TableFormat,
  wanted: (field: string) => boolean = () => true,
): string[] {
  return Object.entries(columns)
    .filter(([field]) => wanted(field))
    .flatMap(([, names]) => names)
    .filter((name): name is string => typeof name === "string")
}

function keysOf(columns: unknown): string[] {
  return (Array.isArray(columns) ? columns : []).flatMap((column: { key?: unknown } | null) =>
    typeof column?.key === "string" ? [column.key] : [],
  )
}

function asKeys(columns: readonly string[]): { key: string }[] {
  return columns.map((key) => ({ key }))
}
