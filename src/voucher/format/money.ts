export type VoucherCurrency = "pen" | "usd"

const SYMBOLS: Record<VoucherCurrency, string> = { pen: "S/", usd: "US$" }
const DECIMAL_AMOUNT = /^(?:0|[1-9]\d*)\.\d{2}$/

/**
 * An amount as Peru writes it: `S/ 1,234.50`, `US$ 1,234.50`. Works on the digits of the string, so
 * no céntimo is ever rounded.
 *
 * @param amount decimal string with two digits, for example `"1234.50"`
 * @throws RangeError when the amount or the currency is anything else
 */
export function formatMoney(amount: string, currencyCode: VoucherCurrency): string {
  if (!DECIMAL_AMOUNT.test(amount)) {
    throw new RangeError(
      `amount: found ${JSON.stringify(amount)}, expected a decimal string with two digits such as "1234.50"`,
    )
  }
  const symbol = SYMBOLS[currencyCode]
  if (symbol === undefined) {
    throw new RangeError(
      `currencyCode: found ${JSON.stringify(currencyCode)}, expected "pen" or "usd"`,
    )
  }
  const [whole = "", cents = ""] = amount.split(".")
  return `${symbol} ${whole.replace(/\B(?=(?:\d{3})+$)/g, ",")}.${cents}`
}
