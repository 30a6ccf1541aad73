/** Amounts of one currency, added up. */
export interface MoneySum {
  currency_code: string
  count: number
  /** Decimal text with two digits. */
  amount: string
}
