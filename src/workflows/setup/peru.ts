/** ISO 3166, as Medusa writes it. */
export const PERU = "pe"
export const SOLES = "pen"

/** What PagoEfectivo takes. */
export const PAYABLE_CURRENCIES: readonly string[] = [SOLES, "usd"]
