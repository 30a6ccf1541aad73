import { LosslessNumber, isLosslessNumber, parse, stringify } from "lossless-json"
import { CIP_MAX_DIGITS } from "./limits"

/**
 * JSON that keeps numbers as they are written: `69.90` stays `69.90`, and a CIP above 2^53 keeps all
 * its digits.
 */
export type JsonObject = Record<string, unknown>

/** @throws SyntaxError for anything but one JSON value; also for contradicting duplicate keys. */
export function parseJson(text: string): unknown {
  return parse(text)
}

export function writeJson(value: unknown): string {
  const text = stringify(value)
  if (text === undefined) {
    throw new TypeError("A JSON value was expected.")
  }
  return text
}

/** A number that is written with exactly these characters. */
export function jsonNumber(lexeme: string): LosslessNumber {
  return new LosslessNumber(lexeme)
}

export function asObject(value: unknown): JsonObject | null {
  const isObject = typeof value === "object" && value !== null
  return isObject && !Array.isArray(value) && !isLosslessNumber(value)
    ? (value as JsonObject)
    : null
}

/** An own member; never something inherited from `Object.prototype`. */
export function member(object: JsonObject | null, name: string): unknown {
  return object !== null && Object.hasOwn(object, name) ? object[name] : undefined
}

/** A string (trimmed) or a number as text; null for anything else and for an empty string. */
export function asText(value: unknown): string | null {
  const text = isLosslessNumber(value) ? value.toString() : value
  return typeof text === "string" && text.trim() !== "" ? text.trim() : null
}

/** A CIP as text, whether it came as number or string; null when it is none, or only zeros. */
export function asCip(value: unknown): string | null {
  const text = asText(value)
  const isCip = text !== null && /^\d+$/.test(text) && text.length <= CIP_MAX_DIGITS
  return isCip && !/^0+$/.test(text) ? text : null
}
