import type { IncomingHttpHeaders } from "node:http"
import { parseVendorDate } from "../lima-time"
import { CURRENCIES, fromDecimalText } from "../money"
import type { FieldProblem } from "./vendor-answers"

interface FieldRule {
  required?: boolean
  /** Required by the manual of 2018, not by integrations seen at work. */
  requiredWhenStrict?: boolean
  maxChars?: number
  accepts?: (value: string, fields: Record<string, unknown>, now: Date) => boolean
}

const DOCUMENT_TYPES = ["DNI", "PAR", "PAS", "LMI", "NAN"]
const ORIGINS = ["web", "android", "ios"]

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
}

function isFuture(text: string, now: Date): boolean {
  const date = parseVendorDate(text)
  return date !== null && date > now
}

function isDocument(text: string, type: unknown): boolean {
  return type === "DNI" ? /^\d{8}$/.test(text) : /^[\p{L}\d.-]+$/u.test(text)
}

/** Vendor manual 1.1, table of `POST /cips`. */
const RULES: Record<string, FieldRule> = {
  currency: { required: true, accepts: (text) => CURRENCIES.some((known) => known === text) },
  amount: { required: true, accepts: (text) => fromDecimalText(text) !== null },
  transactionCode: { required: true, maxChars: 36 },
  dateExpiry: { requiredWhenStrict: true, accepts: (text, _, now) => isFuture(text, now) },
  paymentConcept: { maxChars: 50 },
  additionalData: { maxChars: 200 },
  adminEmail: { maxChars: 100, accepts: isEmail },
  userEmail: { required: true, maxChars: 100, accepts: isEmail },
  userId: {},
  userName: { maxChars: 30 },
  userLastName: { maxChars: 30 },
  userUbigeo: { accepts: (text) => /^\d{6}$/.test(text) },
  userCountry: { maxChars: 20 },
  userDocumentType: { accepts: (text) => DOCUMENT_TYPES.includes(text) },
  userDocumentNumber: {
    maxChars: 14,
    accepts: (text, fields) => isDocument(text, fields.userDocumentType),
  },
  userPhone: { requiredWhenStrict: true, maxChars: 15 },
  userCodeCountry: {
    requiredWhenStrict: true,
    maxChars: 5,
    accepts: (text) => /^\+?\d{1,4}$/.test(text),
  },
}

/** These may come as a JSON number as well as a string. */
const NUMERIC = new Set(["amount", "userUbigeo", "userDocumentNumber", "userId"])

function problemOf(
  name: string,
  rule: FieldRule,
  fields: Record<string, unknown>,
  strict: boolean,
  now: Date,
): FieldProblem | null {
  const value = fields[name]
  if (value === undefined || value === null || value === "") {
    const required = rule.required || (strict && rule.requiredWhenStrict)
    return required ? { field: name, code: 112 } : null
  }
  if (typeof value !== "string" && !(typeof value === "number" && NUMERIC.has(name))) {
    return { field: name, code: 113 }
  }
  const text = String(value)
  const tooLong = rule.maxChars !== undefined && [...text].length > rule.maxChars
  return tooLong || rule.accepts?.(text, fields, now) === false ? { field: name, code: 113 } : null
}

/** Everything wrong with the fields of a new code, in the order of the vendor's table. */
export function findFieldProblems(
  fields: Record<string, unknown>,
  headers: IncomingHttpHeaders,
  strict: boolean,
  now: Date,
): FieldProblem[] {
  const problems = Object.entries(RULES)
    .map(([name, rule]) => problemOf(name, rule, fields, strict, now))
    .filter((problem) => problem !== null)
  const origin = headers.origin
  if (strict && !ORIGINS.includes(origin ?? "")) {
    problems.push({ field: "Origin", code: origin ? 113 : 112 })
  }
  return problems
}
