import { CredentialsRefusedError, GatewayBadAnswerError, VoucherNotFoundError } from "../errors"
import type { Call } from "../shared/call"
import type { HttpAnswer } from "../shared/http-exchange"
import { asObject, asText, member, parseJson } from "../shared/json"
import { isOutageStatus, outage } from "../shared/outage"
import { refusal } from "./answer-errors"

const SUCCESS = "100"
const INTERNAL_ERROR = "166"
/** Refusals with a documented code: the request had no effect, whatever the HTTP status. */
const REFUSALS = new Set(["111", "112", "113", "508", "511"])

export interface Envelope {
  code: string | null
  data: unknown
}

/** The vendor's envelope; `code` may be number or string. Null when the text is not one. */
export function readEnvelope(text: string): Envelope | null {
  try {
    const body = asObject(parseJson(text.replace(/^\uFEFF/, "")))
    return body === null ? null : { code: asText(member(body, "code")), data: member(body, "data") }
  } catch {
    return null
  }
}

/**
 * The `data` of a successful answer.
 * @throws GatewayError that says what the gateway refused, or that its answer can't be read.
 */
export function readDirectAnswer(answer: HttpAnswer, call: Call, now: Date): unknown {
  const envelope = readEnvelope(answer.text)
  const isSuccess = answer.status >= 200 && answer.status < 300
  if (isSuccess && envelope?.code === SUCCESS) {
    return envelope.data
  }
  throw failure(answer, envelope, call, now)
}

function failure(answer: HttpAnswer, envelope: Envelope | null, call: Call, now: Date): Error {
  const { status } = answer
  const code = envelope?.code ?? null
  if (status === 401 || status === 403) {
    return unauthorized(status, code, call)
  }
  if (isOutageStatus(status) || code === INTERNAL_ERROR) {
    return outage(answer, code, call, now)
  }
  if (status === 404) {
    return notFound(code, call)
  }
  const isRefusal = status >= 400 && code !== null && code !== SUCCESS
  if (envelope !== null && code !== null && (isRefusal || REFUSALS.has(code))) {
    return refusal(status, code, envelope.data, call)
  }
  return badAnswer(answer, code, call)
}

function unauthorized(status: number, code: string | null, { operation, purpose }: Call): Error {
  return new CredentialsRefusedError(
    `PagoEfectivo refused the credentials (HTTP ${status}) when asked to ${purpose}. ` +
      "Check accessKey, secretKey, serviceId and that they belong to this environment.",
    { operation, httpStatus: status, gatewayCode: code ?? undefined },
  )
}

function notFound(code: string | null, { operation, purpose }: Call): Error {
  const details = { operation, httpStatus: 404, gatewayCode: code ?? undefined }
  return operation === "void" || operation === "changeExpiry"
    ? new VoucherNotFoundError(
        `PagoEfectivo does not know the code it was asked to change.`,
        details,
      )
    : new GatewayBadAnswerError(
        `PagoEfectivo has nothing at this address (HTTP 404) when asked to ${purpose}. ` +
          "Check baseUrl: it ends in /v1.",
        details,
      )
}

/** Not the vendor's JSON, or a code that says nothing known. */
function badAnswer({ status, text }: HttpAnswer, code: string | null, call: Call): Error {
  const wasRefused = status >= 400 && code !== SUCCESS
  return new GatewayBadAnswerError(
    `PagoEfectivo answered HTTP ${status} with ${describe(text, code)} when asked to ${call.purpose}; ` +
      `JSON with code ${SUCCESS} was expected.`,
    {
      operation: call.operation,
      httpStatus: status,
      gatewayCode: code ?? undefined,
      mayHaveSucceeded: call.takesEffect && !wasRefused,
    },
  )
}

function describe(text: string, code: string | null): string {
  if (text.trim() === "") {
    return "an empty body"
  }
  if (code !== null) {
    return /^\d{1,6}$/.test(code) ? `code ${code}` : "an unknown code"
  }
  return text.trimStart().startsWith("<") ? "HTML" : "something that is not its JSON"
}
