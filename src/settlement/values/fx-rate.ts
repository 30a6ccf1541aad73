const RATE = /^(\d{1,9})(?:[.,](\d{1,12}))?$/

/**
 * An exchange rate as a decimal string with a point, without needless zeros, so that equal rates
 * are equal strings. A rate has no thousands, so a comma is always its decimal mark.
 * @returns null when the text is no rate above zero.
 */
export function parseFxRate(cell: string): string | null {
  const match = RATE.exec(cell.trim())
  if (match === null) return null
  const whole = (match[1] ?? "").replace(/^0+(?=\d)/, "")
  const fraction = (match[2] ?? "").replace(/0+$/, "")
  if (/^0*$/.test(whole + fraction)) return null
  return fraction === "" ? whole : `${whole}.${fraction}`
}
