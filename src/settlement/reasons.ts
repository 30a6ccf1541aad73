import type { Placeholders, Values } from "../errors/fill"

/**
 * Why a row can't be read: what was expected, and what was found where that is not simply the cell.
 * `{name}` stands for a value. The codes are the closed set that programs and translations rely on.
 */
export const ROW_REASONS = {
  reference_missing: { expected: "a reference, a CIP or a payment id" },
  id_missing: { expected: "an id" },
  not_one_of: { expected: "one of {allowed}" },
  number_shortened: {
    expected: "the whole number: a spreadsheet has shortened this one",
  },
  not_printable: { expected: "at most {characters} printable characters" },
  amount_not_above_zero: { expected: "an amount above zero for a payment" },
  amount_not_below_zero: { expected: "an amount below zero for a {type}" },
  amount_ambiguous: {
    expected:
      "an amount with its decimals, for example {example}: this one could mean thousands or thousandths",
  },
  amount_sign_unclear: {
    expected: "an amount whose sign is a minus or nothing, for example {example}",
  },
  amount_in_other_currency: { expected: "an amount in {currency}, which is the row's currency" },
  amount_too_precise: {
    expected: "an amount with at most two decimals, for example {example} or {plain}",
  },
  amount_too_large: { expected: "an amount up to {most}" },
  amount_outside_range: { expected: "an amount from {least} to {most}" },
  no_amount: { expected: "an amount, for example {example} or {plain}" },
  fee_below_zero: { expected: "a fee of zero or above for a payment" },
  fee_above_zero: { expected: "a fee of zero or below for a payment" },
  no_currency: { expected: "a currency code of three letters, for example {example}" },
  same_currency: { expected: "another currency than {currency}" },
  no_rate: { expected: "an exchange rate above zero, for example {example}" },
  no_date: { expected: "a date that exists, in ISO 8601, for example {example}" },
  no_date_in_format: { expected: "a date that exists, written {format}" },
  date_ambiguous: {
    expected: "a date that can mean one day only, for example {example}: this one could be two",
  },
  no_day: { expected: "a day such as {example}" },
  date_in_future: { expected: "a date that is not in the future" },
  cell_count: { found: "{cells} cells", expected: "{columns} cells" },
  line_too_long: {
    found: "a line of more than {characters} characters",
    expected: "a shorter line",
  },
  quotation_open: {
    found: "a quotation mark that is not closed, or text behind it",
    expected: "a closing quotation mark, then the separator or the end of the line",
  },
  payout_repeated: { found: "payout {payout} in {currency} on lines {lines}", expected: "it once" },
  rate_repeated: { found: "{day} from {from} to {to} on lines {lines}", expected: "it once" },
  deposit_closed: {
    found: "another deposit of payout {payout} on closed days",
    expected: "a note that says why it is changed all the same",
  },
} as const satisfies Record<string, { found?: string; expected: string }>

/**
 * Why a file as a whole can't be read: what was found and what was expected, as for a row. A
 * `{thing}` is said in English.
 */
export const FILE_REASONS = {
  empty: { found: "{thing}", expected: "a report with at least a header" },
  not_a_table: {
    found: "{thing}",
    expected: "a CSV or text file, or an Excel workbook (.xlsx)",
  },
  old_excel: {
    found: "a workbook of Excel 97 to 2003 (.xls), or one with a password",
    expected: "the same saved with Excel as “Excel Workbook (.xlsx)” or as CSV, without a password",
  },
  archive_damaged: {
    found: "a damaged or truncated archive",
    expected: "a whole Excel workbook (.xlsx)",
  },
  workbook_damaged: {
    found: "a damaged Excel workbook",
    expected: "one that Excel can open",
  },
  too_many_bytes: { found: "more than {bytes} bytes", expected: "at most {bytes} bytes" },
  workbook_too_large: {
    found: "an Excel workbook of more than {bytes} bytes",
    expected: "at most {bytes} bytes: a shorter period, or the same report as CSV",
  },
  workbook_unpacks_too_large: {
    found: "a workbook that unpacks to more than {bytes} bytes",
    expected: "a smaller one: a shorter period, or the same report as CSV",
  },
  workbook_has_too_many_parts: {
    found: "a workbook of more than {most} parts",
    expected: "one that holds the report only",
  },
  sheet_too_large: {
    found: "a sheet of {rows} rows by {columns} columns",
    expected: "at most {cells} cells: a shorter period, or the same report as CSV",
  },
  too_many_cells: {
    found: "tables of more than {cells} cells",
    expected: "a shorter period, or the same report as CSV",
  },
  too_many_rows: { found: "more than {most} rows", expected: "at most {most}" },
  needs_too_much_memory: {
    found: "a file that takes more than {megabytes} MB of memory to read",
    expected: "a smaller one: a shorter period, or the same as CSV",
  },
  first_line_too_long: {
    found: "a first line of more than {characters} characters (looked at {bytes} bytes)",
    expected: "at most {characters} characters",
  },
  too_many_columns: { found: "{columns} columns", expected: "at most {most}" },
  columns_missing: {
    found: "a header like that of {format} without {columns}",
    expected: "all columns that {format} needs",
  },
  columns_repeated: {
    found: "column {columns} more than once",
    expected: "each column of {format} once",
  },
  table_columns_missing: {
    found: "a header without {columns}",
    expected: "a header with the columns {all}",
  },
  table_columns_repeated: {
    found: "the column {columns} more than once",
    expected: "a header with the columns {all}",
  },
  no_such_columns: {
    found: "a first row of {columns} columns that no format has",
    expected: "{formats}, separated by comma, semicolon or tab",
  },
  no_such_format: { found: "the format name {name}", expected: "auto or one of {formats}" },
  workbook_for_text: { found: "an Excel workbook", expected: "a text file for {format}" },
} as const satisfies Record<string, { found: string; expected: string }>

export type RowReasonCode = keyof typeof ROW_REASONS
export type FileReasonCode = keyof typeof FILE_REASONS

type SentencesOf<Wording> = Extract<Wording[keyof Wording], string>

/** One of the reasons, with a value for each placeholder of its sentences. */
type ReasonOf<Wordings> = {
  [Code in keyof Wordings]: {
    code: Code
    values: Record<Placeholders<SentencesOf<Wordings[Code]>>, string | number>
  }
}[keyof Wordings]

export type RowReason = ReasonOf<typeof ROW_REASONS>
export type FileReason = ReasonOf<typeof FILE_REASONS>

/** A reason as programs and translations read it. */
export interface Reason<Code extends string> {
  code: Code
  values: Values
}

export const NO_CURRENCY: RowReason = { code: "no_currency", values: { example: "PEN" } }
export const NO_RATE: RowReason = { code: "no_rate", values: { example: "3.7512" } }
