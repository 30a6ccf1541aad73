import { parseCentimos } from "../../peru/centimos"

const AMOUNT = /^(?:S\/|US\$)?\s*(-?\d{1,3}(?:,\d{3})+|-?\d{1,9})(\.\d{1,2})?$/

/** The amount that a search text may mean, in céntimos: `1,234.50`, `S/ 3.5`, `78`; null for none. */
export function searchedAmount(typed: string): number | null {
  const [, whole, cents = ""] = AMOUNT.exec(typed) ?? []
  return whole === undefined ? null : parseCentimos(whole.replaceAll(",", "") + cents)
}
