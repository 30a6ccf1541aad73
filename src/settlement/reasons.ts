import type { Placeholders, Values } from "./values/fill"

/**
 * Why a row can't be read: what was expected, and what was found where that is not simply the cell.
 * `{name}` stands for a value. The codes are the closed set that programs and translations rely on.
 */
export const ROW_REASONS = {
  reference_missing: { expected: "a reference, a CIP or a payment id" },
  id_missing: { expected: "an id" },
  not_one_of: { expected: "one of {allowed}" },
  not_printable: { expected: "at most {characters} printable characters" },
  amount_not_above_zero: { expected: "an amount above zero for a payment" },
  amount_not_below_zero: { expected: "an amount below zero for a {type}" },
  amount_ambiguous: {
    expected:
      "an amount with its decimals, for example {example}: this one could mean thousands or thousandths",
  },
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

type Sentences = typeof ROW_REASONS
export type RowReasonCode = keyof Sentences

type SentencesOf<Code extends RowReasonCode> = Extract<
  Sentences[Code][keyof Sentences[Code]],
  string
>

/** One of the reasons, with a value for each placeholder of its sentences. */
export type RowReason = {
  [Code in RowReasonCode]: {
    code: Code
    values: Record<Placeholders<SentencesOf<Code>>, string | number>
  }
}[RowReasonCode]

/** A reason as programs and translations read it. */
export interface Reason<Code extends string> {
  code: Code
  values: Values
}

export const NO_CURRENCY: RowReason = { code: "no_currency", values: { example: "PEN" } }
export const NO_RATE: RowReason = { code: "no_rate", values: { example: "3.7512" } }
