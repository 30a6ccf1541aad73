const SYMBOLS: Record<string, string> = { pen: "S/", usd: "US$" }
const DECIMAL = /^(-?)(\d+)\.(\d{2})$/

/**
 * Money as Peru writes it: `S/ 1,234.50`, whatever the reader's language. Works on the text, so that
 * no céntimo is lost.
 * @param amount decimal text with two digits; other text (such as `unknown`) is shown as it is.
 */
export function displayMoney(amount: string, currencyCode: string): string {
  const parts = DECIMAL.exec(amount)
  if (!parts) return amount
  const [, sign, whole = "", cents] = parts
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",")
  return `${sign ? "−" : ""}${currencySymbol(currencyCode)}\u00a0${grouped}.${cents}`
}

export function currencySymbol(currencyCode: string): string {
  return SYMBOLS[currencyCode.toLowerCase()] ?? currencyCode.toUpperCase()
}
