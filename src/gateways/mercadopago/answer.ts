import {
  CredentialsRefusedError,
  GatewayBadAnswerError,
  GatewayRejectedError,
  RefundNotSupportedError,
  VoucherNotFoundError,
  type RejectedField,
} from "../errors"
import type { Call } from "../shared/call"
import { printableCode, withoutPersonalData } from "../shared/gateway-text"
import type { HttpAnswer } from "../shared/http-exchange"
import { asObject, asText, member, parseJson, type JsonObject } from "../shared/json"
import { MAX_REJECTED_FIELDS } from "../shared/limits"
import { isOutageStatus, outage } from "../shared/outage"

/** Another request with the same idempotency key is still being worked on. */
const CONFLICT = 409

const PARTIAL_REFUND_UNSUPPORTED = "3024"
const REFUND_TOO_LATE = ["2024", "15016"]

/** The field that a code is about, where a document says so (reference 2.2 and 2.3). */
const FIELD_OF_CODE: Readonly<Record<string, string>> = {
  "23": "date_of_expiration",
  "2067": "payer.identification",
  "4040": "amount",
  "4041": "amount",
  "4050": "payer.email",
}

/**
 * The JSON of a successful answer.
 * @throws GatewayError that says what Mercado Pago refused, or that its answer can't be read.
 */
export function readMercadoPagoAnswer(answer: HttpAnswer, call: Call, now: Date): unknown {
  const body = tryParse(answer.text)
  if (answer.status >= 200 && answer.status < 300 && body !== undefined) {
    return body
  }
  throw failure(answer, asObject(body ?? null), call, now)
}

function tryParse(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}

function failure(answer: HttpAnswer, body: JsonObject | null, call: Call, now: Date): Error {
  const { status } = answer
  const fields = readCauses(body)
  const code = fields[0]?.code ?? null
  if (status === 401 || status === 403) {
    return new CredentialsRefusedError(
      `${call.vendor} refused the access token (HTTP ${status}) when asked to ${call.purpose}. ` +
        "Check accessToken and that its application may do this.",
      { operation: call.operation, httpStatus: status, gatewayCode: code ?? undefined },
    )
  }
  if (isOutageStatus(status) || status === CONFLICT) {
    return outage(answer, code, call, now)
  }
  return status >= 400 && body !== null
    ? refusal(status, fields, call, ownWords(body))
    : badAnswer(answer, call)
}

/** Mercado Pago's sentence, which is all that a refusal without `cause` tells. */
function ownWords(body: JsonObject): string | undefined {
  const said = [member(body, "error"), member(body, "message")].map(asText)
  const words = said.filter((text) => text !== null && text !== "bad_request").join(": ")
  return words === "" ? undefined : withoutPersonalData(words)
}

/** Mercado Pago understood and said no. The request had no effect. */
function refusal(
  status: number,
  fields: RejectedField[],
  call: Call,
  gatewayMessage: string | undefined,
): Error {
  const codes = fields.map(({ code }) => code)
  const details = {
    operation: call.operation,
    httpStatus: status,
    gatewayCode: codes[0],
    ...(gatewayMessage !== undefined && { gatewayMessage }),
    fields,
  }
  if (codes.includes(PARTIAL_REFUND_UNSUPPORTED)) {
    return new RefundNotSupportedError(
      "Mercado Pago gives this payment back only as a whole. " +
        "Refund the whole amount, or pay the part back by bank transfer.",
      { ...details, gatewayCode: PARTIAL_REFUND_UNSUPPORTED },
    )
  }
  const tooLate = codes.find((code) => REFUND_TOO_LATE.includes(code))
  if (tooLate !== undefined) {
    return new RefundNotSupportedError(
      "This payment is too old to be refunded through Mercado Pago. Pay it back by bank transfer.",
      { ...details, gatewayCode: tooLate },
    )
  }
  return status === 404
    ? new VoucherNotFoundError("Mercado Pago does not know this payment.", details)
    : new GatewayRejectedError(
        `Mercado Pago refused to ${call.purpose} (HTTP ${status})${listFields(fields)}.`,
        details,
      )
}

/** `cause`: a list, now and then a single item, or nothing but `error`. */
function readCauses(body: JsonObject | null): RejectedField[] {
  return [member(body, "cause")]
    .flat()
    .map(asObject)
    .filter((cause) => cause !== null)
    .slice(0, MAX_REJECTED_FIELDS)
    .map((cause) => {
      const code = printableCode(asText(member(cause, "code")) ?? "")
      return {
        field: FIELD_OF_CODE[code] ?? "?",
        code,
        message: withoutPersonalData(asText(member(cause, "description")) ?? ""),
      }
    })
}

/** Names and codes only: the gateway's own sentences might repeat what was sent. */
function listFields(fields: RejectedField[]): string {
  const named = fields.map(({ field, code }) => (field === "?" ? code : `${field} (${code})`))
  return named.length === 0 ? "" : `: ${named.join(", ")}`
}

function badAnswer({ status, text }: HttpAnswer, call: Call): Error {
  const found = text.trim() === "" ? "an empty body" : "something that is not its JSON"
  return new GatewayBadAnswerError(
    `${call.vendor} answered HTTP ${status} with ${found} when asked to ${call.purpose}; ` +
      "JSON was expected. Check baseUrl.",
    {
      operation: call.operation,
      httpStatus: status,
      mayHaveSucceeded: call.takesEffect && status < 400,
    },
  )
}
