import { z } from "zod"
import { DATE_FORMATS } from "../values/instant"
import { LIMA } from "../../peru/lima"
import { BUILT_IN_FORMATS } from "./registry"
import { TABLE_FIELDS, type CellMeaning, type TableFormat } from "./table-format"
import { LINE_STATUSES, LINE_TYPES } from "../settlement-line"

/** Fields whose column may be missing from a file although the mapping names it. */
const OPTIONAL_FIELDS = ["fee", "net", "payoutId", "settlementCurrency", "fxRate"] as const

/** First names, surnames and the like. */
const MAX_PAYER_COLUMNS = 4

const columnSchema = z.union([
  z.string().trim().min(1, "a column's name in the header"),
  z.number().int().min(1, "columns are counted from 1"),
])

/** `method` means something only where a format names its means of payment. */
const MAPPED_FIELDS = TABLE_FIELDS.filter((field) => field !== "method")

const columnsSchema = z
  .partialRecord(z.enum(MAPPED_FIELDS), columnSchema)
  .refine((columns) => columns.amount !== undefined, "amount must be mapped")
  .refine(
    (columns) =>
      [columns.externalReference, columns.paymentId, columns.cip].some((it) => it !== undefined),
    "externalReference, paymentId or cip must be mapped",
  )

const meaningsSchema = <T extends string>(values: readonly [T, ...T[]]) =>
  z.record(z.string().trim().min(1).toLowerCase(), z.enum([...values, "totals", "ignore"]))

/**
 * A merchant's own format in the options: which column holds what, and how it is written.
 *
 * Columns are header names, or numbers from 1 together with `columnsCount` where the file has no
 * header. `statuses` and `types` say what the words in those columns mean; `ignore` and `totals`
 * leave such rows out (counted, not lost).
 */
export const customFormatSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9_]{1,39}$/, "lower-case letters, digits and _, 2 to 40 characters")
      .refine(
        (id) => id !== "auto" && !BUILT_IN_FORMATS.some((format) => format.id === id),
        "this name is taken by a built-in format",
      ),
    columns: columnsSchema,
    /** The payer's name: read for suggestions only, never kept. */
    payerColumns: z.array(columnSchema).max(MAX_PAYER_COLUMNS).default([]),
    columnsCount: z.number().int().min(2).max(512).optional(),
    separator: z.enum([",", ";", "\t"]).optional(),
    decimalMark: z.enum([".", ",", "auto"]).default("auto"),
    dateFormat: z.enum(DATE_FORMATS).default("iso"),
    timeZone: z
      .string()
      .refine(isTimeZone, "an IANA time zone, for example America/Lima")
      .default(LIMA),
    statuses: meaningsSchema(LINE_STATUSES).default({}),
    types: meaningsSchema(LINE_TYPES).default({}),
    defaultStatus: z.enum(LINE_STATUSES).default("settled"),
    defaultCurrency: z
      .string()
      .regex(/^[A-Z]{3}$/, "a currency code of three letters, for example PEN")
      .default("PEN"),
    feeSign: z.enum(["positive", "negative"]).default("positive"),
    amountSign: z.enum(["signed", "unsigned"]).default("signed"),
    /** `paid`: it tells what shoppers paid, and settles nothing. */
    ledger: z.enum(["settled", "paid"]).default("settled"),
  })
  .superRefine((mapping, context) => {
    const wanted = mapping.columnsCount === undefined ? "string" : "number"
    const payers = mapping.payerColumns.map((column, at) => [`payerColumns.${at}`, column] as const)
    for (const [field, column] of [...Object.entries(mapping.columns), ...payers]) {
      const beyond = typeof column === "number" && column > (mapping.columnsCount ?? column)
      if (typeof column === wanted && !beyond) continue
      const message =
        wanted === "string"
          ? "a header name (or give columnsCount for files without header)"
          : `a column number from 1 to ${mapping.columnsCount}`
      const path = field.startsWith("payerColumns") ? field.split(".") : ["columns", field]
      context.addIssue({ code: "custom", path, message })
    }
    for (const [field, values] of [
      ["status", mapping.statuses],
      ["type", mapping.types],
    ] as const) {
      if (mapping.columns[field] === undefined || Object.keys(values).length > 0) continue
      const path = [field === "status" ? "statuses" : "types"]
      context.addIssue({ code: "custom", path, message: `say what the words in ${field} mean` })
    }
  })

export type CustomFormatMapping = z.input<typeof customFormatSchema>

/**
 * Makes a format of a mapping.
 * @throws z.ZodError that names each wrong option.
 */
export function customFormat(mapping: CustomFormatMapping): TableFormat {
  const parsed = customFormatSchema.parse(mapping)
  const columns = Object.entries(parsed.columns).map(
    ([field, column]) => [field, typeof column === "number" ? column - 1 : column] as const,
  )
  return {
    id: parsed.id,
    timeZone: parsed.timeZone,
    header: parsed.columnsCount ?? "named",
    columns: Object.fromEntries(columns),
    payerColumns: parsed.payerColumns.map((column) =>
      typeof column === "number" ? column - 1 : column,
    ),
    optional: OPTIONAL_FIELDS,
    ...(parsed.separator === undefined ? {} : { separator: parsed.separator }),
    decimalMark: parsed.decimalMark,
    dateFormat: parsed.dateFormat,
    types: meanings(parsed.types, (type) => ({ type })),
    statuses: meanings(parsed.statuses, (status) => ({ status })),
    defaults: { status: parsed.defaultStatus, currency: parsed.defaultCurrency },
    feeSign: parsed.feeSign,
    amountSign: parsed.amountSign,
    ...(parsed.ledger === "paid" && { ledger: parsed.ledger }),
    cipIsPaymentId: parsed.columns.paymentId === undefined,
  }
}

function meanings<T extends string>(
  values: Record<string, T | "totals" | "ignore">,
  meaningOf: (value: T) => CellMeaning,
): Record<string, CellMeaning> {
  const entries = Object.entries(values).map(([word, value]) => {
    if (value === "totals") return [word, { ignore: "totals" }] as const
    if (value === "ignore") return [word, { ignore: "other_movement" }] as const
    return [word, meaningOf(value)] as const
  })
  return Object.fromEntries(entries)
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}
