/** Why something did not work, in words for a shopper. */
export class StoreError extends Error {
  /** `detail` is the store's own sentence, for whoever looks into it. */
  constructor(message, detail) {
    super(message)
    this.name = "StoreError"
    this.detail = detail
  }
}

const OUT_OF_STOCK = "insufficient_inventory"

export function unreachable(cause) {
  return new StoreError(
    "No pudimos conectar con la tienda. Revisa tu conexión e intenta otra vez.",
    String(cause),
  )
}

export function refused(path, status, answer) {
  return new StoreError(wording(path, status, answer), answer.message ?? `HTTP ${status}`)
}

function wording(path, status, { code }) {
  if (code === OUT_OF_STOCK) return "No queda suficiente stock de este producto."
  if (path.includes("/complete")) return NO_CODE
  if (status === 404) return "No encontramos lo que buscas. Tal vez el enlace está incompleto."
  return "La tienda no pudo atenderte. Intenta otra vez en un momento."
}

const NO_CODE =
  "No pudimos obtener tu código de pago y no se te cobró nada. Intenta otra vez en un momento."

/** The cart could not become an order; it stays as it is. */
export function notCompleted(error) {
  return new StoreError(NO_CODE, error?.message)
}
