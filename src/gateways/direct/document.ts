import type { Payer } from "../gateway"
import { DIRECT_FIELD_LIMITS } from "./limits"

/** The vendor's whole list: DNI, birth record, passport, military card, other. */
export const WIRE_DOCUMENT_TYPES = ["DNI", "PAR", "PAS", "LMI", "NAN"] as const
export type WireDocumentType = (typeof WIRE_DOCUMENT_TYPES)[number]

export interface WireDocument {
  userDocumentType: WireDocumentType
  userDocumentNumber: string
}

const OTHER: WireDocumentType = "NAN"

/** What stores collect, in upper case. CE and RUC are not in the vendor's list. */
const KNOWN_TYPES: Readonly<Record<string, WireDocumentType>> = {
  DNI: "DNI",
  PAR: "PAR",
  PARTIDA: "PAR",
  PAS: "PAS",
  PASAPORTE: "PAS",
  PASSPORT: "PAS",
  LMI: "LMI",
  NAN: OTHER,
  CE: OTHER,
  RUC: OTHER,
}

/** The vendor checks the number against its type, and a DNI has eight digits. */
const DNI_NUMBER = /^\d{8}$/

export function isWireDocumentType(value: string): value is WireDocumentType {
  return (WIRE_DOCUMENT_TYPES as readonly string[]).includes(value)
}

/**
 * The payer's document in the vendor's terms; null when there is none or its number is too long (a cut
 * number would name somebody else). `overrides` maps the store's types, in upper case.
 */
export function toWireDocument(
  document: Payer["document"],
  overrides: Readonly<Record<string, WireDocumentType>> = {},
): WireDocument | null {
  const number = (document?.number ?? "").replace(/[^\p{L}\p{N}]/gu, "").toUpperCase()
  if (document === undefined || number === "") {
    return null
  }
  if ([...number].length > DIRECT_FIELD_LIMITS.userDocumentNumber) {
    return null
  }
  const key = document.type.trim().toUpperCase()
  const type = overrides[key] ?? KNOWN_TYPES[key] ?? OTHER
  const isImpossible = type === "DNI" && !DNI_NUMBER.test(number)
  return { userDocumentType: isImpossible ? OTHER : type, userDocumentNumber: number }
}
