/**
 * What a person in Peru types as an amount, as decimal text with two digits; null when it could mean
 * something else. A comma groups thousands, as on Peruvian bank statements; a single comma followed
 * by one or two digits is a decimal comma.
 */
export function readAmount(typed: string): string | null {
  const text = typed.trim().replace(/^(S\/|US\$)\s*/i, "")
  const plain = /^\d+,\d{1,2}$/.test(text) ? text.replace(",", ".") : text
  const parts = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!parts) return null
  const whole = (parts[1] ?? "").replaceAll(",", "").replace(/^0+(?=\d)/, "")
  return `${whole}.${(parts[2] ?? "").padEnd(2, "0")}`
}
