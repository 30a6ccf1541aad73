import type { GatewayVoucherState, GatewayVoucherStatus } from "../gateway"
import { type JsonObject, asCip, asObject, asText, member } from "../shared/json"
import { parseGatewayTime } from "./lima-time"
import { readMoney } from "../shared/money"
import { fitText } from "../shared/text"
import { MAX_GATEWAY_TEXT } from "../shared/limits"

/** A merchant's own knowledge of states: keys are the numeric `status` or its text. */
export type StatusMap = Readonly<Record<string, GatewayVoucherStatus>>

/** `annulled` is a removal when nothing was paid, and a reversal when something was. */
type Claim = GatewayVoucherStatus | "annulled"

/** Texts in sources (reference 3.4). "Cancelado" is the vendor's word for *paid*. */
const CLAIM_BY_TEXT: Readonly<Record<string, Claim>> = {
  generado: "waiting",
  generada: "waiting",
  pendiente: "waiting",
  "pendiente de pago": "waiting",
  cancelado: "paid",
  cancelada: "paid",
  pagado: "paid",
  pagada: "paid",
  expirado: "expired",
  expirada: "expired",
  eliminado: "voided",
  eliminada: "voided",
  anulado: "annulled",
  anulada: "annulled",
  extornado: "reversed",
  extornada: "reversed",
}

/** The only number with a source. It counts only where no text came with it. */
const CLAIM_BY_NUMBER: Readonly<Record<string, Claim>> = { "22": "waiting" }

export interface StatusFacts {
  /** Numeric `status` as text. */
  number: string | null
  /** `statusName`. */
  text: string | null
  paidAt: Date | null
  removedAt: Date | null
}

/**
 * Decides the state of a code.
 *
 * | the gateway says | no payment date | payment date |
 * |---|---|---|
 * | Cancelado (paid) | paid | paid |
 * | Generado, Pendiente | waiting (with a removal date: unknown) | unknown: a reversal may look so |
 * | Expirado, Eliminado | expired, voided | paid: money came, late or in a race |
 * | Anulado | voided | reversed |
 * | Extornado | reversed | reversed |
 * | a text in no document | unknown | unknown |
 * | nothing | voided with a removal date, else unknown | paid |
 */
export function cipStatus(facts: StatusFacts, statusMap: StatusMap = {}): GatewayVoucherStatus {
  const claim = findClaim(facts, statusMap)
  const isPaid = facts.paidAt !== null
  switch (claim) {
    case undefined:
      return facts.text === null ? statusByDates(facts) : "unknown"
    case "annulled":
      return isPaid ? "reversed" : "voided"
    case "expired":
    case "voided":
      return isPaid ? "paid" : claim
    case "waiting":
      return isPaid || facts.removedAt !== null ? "unknown" : "waiting"
    default:
      return claim
  }
}

function findClaim({ number, text }: StatusFacts, statusMap: StatusMap): Claim | undefined {
  const word = text === null ? null : normalizeStatusText(text)
  return (
    own(statusMap, number) ??
    own(statusMap, word) ??
    (word === null ? own(CLAIM_BY_NUMBER, number) : own(CLAIM_BY_TEXT, word))
  )
}

function statusByDates({ paidAt, removedAt }: StatusFacts): GatewayVoucherStatus {
  if (paidAt !== null) {
    return "paid"
  }
  return removedAt !== null ? "voided" : "unknown"
}

function own<T>(map: Readonly<Record<string, T>>, key: string | null): T | undefined {
  return key !== null && Object.hasOwn(map, key) ? map[key] : undefined
}

/** Lower case, without accents, end points and double spaces: "Generado." is "generado". */
export function normalizeStatusText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[\s.]+$/, "")
    .trim()
}

/** One element of a search answer. `gatewayId` is kept as it was asked for. */
export function readVoucherState(
  gatewayId: string,
  element: JsonObject,
  statusMap?: StatusMap,
): GatewayVoucherState {
  const number = asText(member(element, "status"))
  const text = asText(member(element, "statusName"))
  const paidAt = parseGatewayTime(member(element, "datePayment"))
  const removedAt = parseGatewayTime(member(element, "dateRemoval"))
  return {
    gatewayId,
    status: cipStatus({ number, text, paidAt, removedAt }, statusMap),
    rawStatus: rawStatus(number, text),
    transactionCode: asText(member(element, "transactionCode")),
    money: readMoney(member(element, "amount"), member(element, "currency")),
    createdAt: parseGatewayTime(member(element, "dateCreation")),
    expiresAt: parseGatewayTime(member(element, "dateExpiry")),
    paidAt,
    removedAt,
  }
}

function rawStatus(number: string | null, text: string | null): string | null {
  const raw = [number, text].filter((part) => part !== null).join(" ")
  return fitText(raw, MAX_GATEWAY_TEXT) ?? null
}

/**
 * Whether an element of a search answer is the "empty structure" that stands for an unknown CIP: no
 * member, or only nulls, zeros, empty texts and sentinel dates.
 */
export function isEmptyStructure(element: unknown): boolean {
  if (element === null) {
    return true
  }
  const object = asObject(element)
  return object !== null && Object.values(object).every(isEmptyValue)
}

function isEmptyValue(value: unknown): boolean {
  const text = asText(value)
  if (text === null) {
    return value === null || typeof value === "string"
  }
  return /^0+(?:\.0+)?$/.test(text) || /^(?:0001|1900)-01-01T/.test(text)
}

/** Two spellings of one CIP; leading zeros can't be written as a JSON number. */
export function isSameCip(element: JsonObject, cip: string): boolean {
  const answered = asCip(member(element, "cip"))
  return answered !== null && stripZeros(answered) === stripZeros(cip)
}

export function stripZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "")
}
