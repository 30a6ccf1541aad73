import type { Payer } from "../gateway"
import { MERCADO_PAGO_FIELD_LIMITS } from "./limits"

export interface Identification {
  type: string
  number: string
}

/** Peru's types in `GET /v1/identification_types`, by what stores collect, in upper case. */
const TYPES: Readonly<Record<string, string>> = { DNI: "DNI", CE: "C.E", "C.E": "C.E", RUC: "RUC" }
const OTHER = "Otro"

/** What a number must look like; the others have no common form. */
const NUMBERS: Readonly<Record<string, RegExp>> = { DNI: /^\d{8}$/, RUC: /^\d{11}$/ }

/**
 * The payer's document in the vendor's terms. It is optional there, so one that can't be right is left
 * out: a refused document would cost the sale. A number is never cut.
 */
export function toIdentification(document: Payer["document"]): Identification | undefined {
  const number = (document?.number ?? "").replace(/[^\p{L}\p{N}]/gu, "").toUpperCase()
  if (
    document === undefined ||
    number === "" ||
    [...number].length > MERCADO_PAGO_FIELD_LIMITS.documentNumber
  ) {
    return undefined
  }
  const key = document.type.trim().toUpperCase()
  const type = (Object.hasOwn(TYPES, key) ? TYPES[key] : undefined) ?? OTHER
  return (NUMBERS[type]?.test(number) ?? true) ? { type, number } : undefined
}
