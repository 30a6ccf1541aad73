import {
  AmountTooLargeError,
  CredentialsRefusedError,
  GatewayRejectedError,
  type GatewayError,
  type RejectedField,
} from "../errors"
import type { Call } from "../shared/call"
import { printableCode, withoutPersonalData } from "../shared/gateway-text"
import { asObject, asText, member } from "../shared/json"
import { MAX_REJECTED_FIELDS } from "../shared/limits"

const SERVICE_MISMATCH = "508"
const ABOVE_MAXIMUM = "511"
const CREDENTIAL_FIELDS = ["accesskey", "hashstring", "idservice"]

const FIELD_NAME = /^[\w.[\]]{1,64}$/
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

/** Names and codes only: the gateway's own sentences might repeat what was sent. */
function listFields(fields: RejectedField[]): string {
  return fields.length === 0
    ? ""
    : `: ${fields.map(({ field, code }) => `${field} (${code})`).join(", ")}`
}
