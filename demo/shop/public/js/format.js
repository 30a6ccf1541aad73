const SOLES = new Intl.NumberFormat("es-PE", { style: "currency", currency: "PEN" })

/** `69.9` becomes `S/ 69.90`. */
export function soles(amount) {
  return SOLES.format(amount)
}
