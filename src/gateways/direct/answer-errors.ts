import {
  AmountTooLargeError,
  CredentialsRefusedError,
  GatewayRejectedError,
  GatewayUnavailableError,
  type GatewayError,
  type RejectedField,
} from "../errors"
import type { Call } from "./call"
import type { HttpAnswer } from "./http-exchange"
import { asObject, asText, member } from "./json"
import { MAX_GATEWAY_TEXT, MAX_REJECTED_FIELDS } from "./limits"
import { fitText } from "./text"

const SERVICE_MISMATCH = "508"
const ABOVE_MAXIMUM = "511"
const CREDENTIAL_FIELDS = ["accesskey", "hashstring", "idservice"]

const MS_PER_SECOND = 1_000
const FIELD_NAME = /^[\w.[\]]{1,64}$/
/** E-mails and runs of digits that could be a phone, a document or a code. */
const PERSONAL = /\S+@\S+|\d[\d\s-]{4,}\d/g

/** The gateway is there, yet can't answer now: 408, 429, 5xx or its own internal error. */
export function outage(
  answer: HttpAnswer,
  code: string | null,
  call: Call,
  now: Date,
): GatewayError {
  const { status, headers } = answer
  const retryAfterMs = parseRetryAfter(headers.get("retry-after"), now)
  const mayHaveSucceeded = call.takesEffect && status !== 429
  return new GatewayUnavailableError(
    status === 429
      ? `PagoEfectivo received too many requests (HTTP 429) when asked to ${call.purpose}. Try again later.`
      : `PagoEfectivo failed (HTTP ${status}) when asked to ${call.purpose}. Try again later.`,
    {
      operation: call.operation,
      httpStatus: status,
      gatewayCode: code ?? undefined,
      mayHaveSucceeded,
      retryAfterMs,
    },
  )
}

/** The gateway understood and said no. The request had no effect. */
export function refusal(status: number, code: string, data: unknown, call: Call): GatewayError {
  const fields = readFields(data)
  const codes = [code, ...fields.map((field) => field.code)]
  const details = { operation: call.operation, httpStatus: status, gatewayCode: code, fields }
  if (codes.includes(SERVICE_MISMATCH)) {
    return new CredentialsRefusedError(
      "PagoEfectivo says that serviceId does not belong to these keys. " +
        "Check that accessKey, secretKey and serviceId were issued together.",
      { ...details, gatewayCode: SERVICE_MISMATCH },
    )
  }
  if (codes.includes(ABOVE_MAXIMUM)) {
    return new AmountTooLargeError(
      "The amount is above what PagoEfectivo lets this store charge with one code. " +
        "Choose a smaller amount, or ask PagoEfectivo to raise the maximum.",
      { ...details, gatewayCode: ABOVE_MAXIMUM },
    )
  }
  if (call.operation === "authorize" && namesCredentials(fields)) {
    return new CredentialsRefusedError(
      `PagoEfectivo refused the credentials${listFields(fields)}. Check accessKey, secretKey and serviceId.`,
      details,
    )
  }
  return new GatewayRejectedError(
    `PagoEfectivo refused to ${call.purpose} (code ${printableCode(code)})${listFields(fields)}.`,
    details,
  )
}

function namesCredentials(fields: RejectedField[]): boolean {
  return fields.some(({ field }) => CREDENTIAL_FIELDS.includes(field.toLowerCase()))
}

/** `data` of a refusal: a list, or now and then a single item. */
function readFields(data: unknown): RejectedField[] {
  return (Array.isArray(data) ? data : [data])
    .map(asObject)
    .filter((item) => item !== null)
    .filter((item) => asText(member(item, "field")) ?? asText(member(item, "code")))
    .slice(0, MAX_REJECTED_FIELDS)
    .map((item) => ({
      field: fieldName(asText(member(item, "field"))),
      code: printableCode(asText(member(item, "code")) ?? ""),
      message: withoutPersonalData(asText(member(item, "message")) ?? ""),
    }))
}

function fieldName(name: string | null): string {
  return name !== null && FIELD_NAME.test(name) ? name : "?"
}

function printableCode(code: string): string {
  return /^\w{1,12}$/.test(code) ? code : "?"
}

/** Names and codes only: the gateway's own sentences might repeat what was sent. */
function listFields(fields: RejectedField[]): string {
  return fields.length === 0
    ? ""
    : `: ${fields.map(({ field, code }) => `${field} (${code})`).join(", ")}`
}

function withoutPersonalData(text: string): string {
  return fitText(text.replace(PERSONAL, "…"), MAX_GATEWAY_TEXT) ?? ""
}

/** `Retry-After` in seconds or as an HTTP date (RFC 9110 10.2.3), in milliseconds from now. */
export function parseRetryAfter(header: string | null, now: Date): number | undefined {
  const text = header?.trim() ?? ""
  if (/^\d{1,9}$/.test(text)) {
    return Number(text) * MS_PER_SECOND
  }
  const instant = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(instant) ? undefined : Math.max(0, instant - now.getTime())
}
