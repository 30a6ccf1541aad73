import { displayMoney } from "../../peru/money-text"

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

/** `S/ 1,234.50`; several currencies side by side. */
export function moneyText(amounts: Record<string, string>, and: string): string {
  const parts = Object.entries(amounts).map(([code, amount]) => displayMoney(amount, code))
  return parts.length === 0 ? displayMoney("0.00", "pen") : parts.join(` ${and} `)
}
