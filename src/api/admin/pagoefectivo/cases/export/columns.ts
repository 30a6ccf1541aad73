/** The columns of an export, in their order. `number` only says how a workbook shows it. */
export const EXPORT_COLUMNS = [
  { name: "id", width: 32 },
  { name: "reason", width: 20 },
  { name: "detail", width: 20 },
  { name: "status", width: 10 },
  { name: "amount_at_risk", width: 14, number: true },
  { name: "currency_code", width: 8 },
  { name: "cip", width: 16 },
  { name: "order_display_id", width: 10 },
  { name: "order_id", width: 32 },
  { name: "voucher_id", width: 32 },
  { name: "expected", width: 40 },
  { name: "actual", width: 40 },
  { name: "opened_at", width: 24 },
  { name: "resolution", width: 18 },
  { name: "resolved_at", width: 24 },
  { name: "resolved_by", width: 32 },
  { name: "assigned_to", width: 32 },
  { name: "last_note", width: 60 },
] as const satisfies readonly { name: string; width: number; number?: true }[]

export type ExportColumn = (typeof EXPORT_COLUMNS)[number]["name"]

/** One case as text, cell by cell. */
export type ExportRow = Record<ExportColumn, string>
