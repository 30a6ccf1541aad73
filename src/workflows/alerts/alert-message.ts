/** What is told to people, whatever the channel. */
export interface AlertMessage {
  title: string
  lines: string[]
  /** The same message is sent once on each channel, whatever is retried. */
  key: string
  /** What it is about. */
  resourceType: string
  resourceId: string
}

const SYMBOLS: Record<string, string> = { pen: "S/", usd: "US$" }

/** `S/ 69.90`; several currencies side by side. */
export function moneyText(amounts: Record<string, string>, and: string): string {
  const parts = Object.entries(amounts).map(
    ([code, amount]) => `${SYMBOLS[code] ?? code.toUpperCase()} ${amount}`,
  )
  return parts.length === 0 ? `${SYMBOLS.pen} 0.00` : parts.join(` ${and} `)
}
