/** ISO 4217 code, lower case as in Medusa (`"pen"`); upper case is understood as the same currency. */
export type CurrencyCode = string

export function sameCurrency(one: CurrencyCode, other: CurrencyCode): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase()
}
