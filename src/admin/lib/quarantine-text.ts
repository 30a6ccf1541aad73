import type { Translate } from "../hooks/use-text"
import type { AdminRowProblem } from "../../http-types"

type Side = "expected" | "found"

/**
 * The parser says in English what it expected (`src/settlement`); values in it are captured by name.
 * The first pattern that fits names the text.
 */
const PATTERNS: Record<Side, [RegExp, string][]> = {
  expected: [
    [/^a reference, a CIP or a payment id$/, "reference"],
    [/^one of (?<values>.+)$/, "one_of"],
    [/^at most (?<characters>\d+) printable characters$/, "printable"],
    [/^an amount above zero for a payment$/, "above_zero"],
    [/^an amount below zero for a \w+$/, "below_zero"],
    [/^a fee of zero or above for a payment$/, "fee_above"],
    [/^a fee of zero or below for a payment$/, "fee_below"],
    [/^an amount with its decimals, for example (?<example>[^:]+): /, "decimals_needed"],
    [/^an amount with at most two decimals, for example (?<example>\S+)/, "two_decimals"],
    [/^an amount from (?<least>\S+) to (?<most>.+)$/, "amount_between"],
    [/^an amount up to (?<most>.+)$/, "amount_up_to"],
    [/^an amount, for example (?<example>\S+)/, "amount"],
    [/^a currency code of three letters, for example (?<example>\w+)$/, "currency"],
    [/^a date that exists, in ISO 8601, for example (?<example>.+)$/, "date"],
    [/^a date that exists, written (?<example>.+)$/, "date"],
    [/^a date that is not in the future$/, "not_in_future"],
    [/^an exchange rate above zero, for example (?<example>.+)$/, "fx_rate"],
    [/^(?<cells>\d+) cells$/, "cells"],
    [/^an id$/, "id"],
    [/^another currency than (?<currency>\w+)$/, "another_currency"],
    [/^a day such as (?<example>\S+)$/, "date"],
    [/^it once$/, "once"],
    [/^a shorter line$/, "shorter_line"],
    [/^a closing quotation mark, /, "closing_quotation"],
  ],
  found: [
    [/^nothing$/, "nothing"],
    [/^(?<cells>\d+) cells$/, "cells"],
    [/^a line of more than (?<characters>\d+) characters$/, "long_line"],
    [/^payout (?<payout>.+) in (?<currency>\w+) on lines (?<lines>[\d, ]+)$/, "repeated_payout"],
    [/^(?<day>\S+) from (?<from>\w+) to (?<to>\w+) on lines (?<lines>[\d, ]+)$/, "repeated_rate"],
    [/^a quotation mark that is not closed, /, "open_quotation"],
  ],
}

/**
 * What a row's cell should have said, or says where the parser put it in words. What the table does
 * not know stays as the store answered it: for `found` that is what stands in the file.
 */
export function quarantineText(row: AdminRowProblem, side: Side, t: Translate): string {
  const text = row[side]
  // In a cell, such words are the file's own.
  if (side === "found" && row.column !== null && text !== "nothing") return text
  for (const [pattern, name] of PATTERNS[side]) {
    const match = pattern.exec(text)
    if (match) {
      const values: Record<string, string> = match.groups ?? {}
      return t(`quarantine_${side}.${name}`, values)
    }
  }
  return text
}
