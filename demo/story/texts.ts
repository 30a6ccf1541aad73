const SOLES = new Intl.NumberFormat("es-PE", { style: "currency", currency: "PEN" })
const LIMA = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "America/Lima",
})

/** `69.9` becomes `S/ 69.90`. */
export function soles(amount: number): string {
  return SOLES.format(amount)
}

/** An instant, as a clock in Lima shows it. */
export function deadlineInLima(iso: string): string {
  return `${LIMA.format(new Date(iso))}, Lima time`
}
