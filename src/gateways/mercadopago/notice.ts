import type { NoticeClaim, NoticeVerdict, RawNotice, SignedNotice } from "../gateway"
import { asObject, asText, member, parseJson, type JsonObject } from "../shared/json"
import type { MercadoPagoSettings } from "./options"
import { asPaymentId } from "./payment-id"
import { asTestId, checkTestId, TEST_NOTICE_EVENT } from "../shared/test-notice"
import { isManifestSigned, readSignature, signedAt, signManifest } from "./signature"

type NoticeSettings = Pick<MercadoPagoSettings, "webhookSecret" | "limits">

const PAYMENT = "payment"

/** Stands before the id of a test, where a payment's id would be: the only words that are signed. */
const TEST_PREFIX = `${TEST_NOTICE_EVENT}-`

/**
 * Verifies a notice and reads it. Pure. The signature covers `data.id` of the query, the request id and
 * the time, not the body: nothing of the body decides which payment is asked about, and a notice claims
 * no money. Reasons hold nothing of the notice's content.
 *
 * The legacy IPN twin (`?topic=…&id=…`) has no signature. It is ignored, neither kept nor refused: the
 * signed notice says the same, and refusing would only make Mercado Pago repeat it.
 */
export function readNotice(raw: RawNotice, settings: NoticeSettings): NoticeVerdict {
  const body = tryParse(raw.rawBody)
  const dataId = single(raw.query["data.id"])
  if (dataId === undefined && isLegacyNotice(raw, body)) {
    return { verdict: "ignored", reason: "A legacy IPN notice; the signed webhook says the same." }
  }
  return (
    refuse(raw, dataId, settings) ??
    readTest(dataId) ??
    readSigned(dataId, single(raw.query.type), body)
  )
}

export function signTestNotice(
  testId: string,
  at: Date,
  { webhookSecret }: Pick<NoticeSettings, "webhookSecret">,
): SignedNotice {
  const dataId = TEST_PREFIX + checkTestId(testId)
  const ts = String(at.getTime())
  const v1 = signManifest({ dataId, requestId: testId, ts }, webhookSecret)
  return {
    query: { "data.id": dataId, type: TEST_NOTICE_EVENT },
    headers: {
      "content-type": "application/json",
      "x-request-id": testId,
      "x-signature": `ts=${ts},v1=${v1}`,
    },
    body: JSON.stringify({ type: TEST_NOTICE_EVENT, data: { id: dataId } }),
  }
}

/** By what is signed alone: type and body may be anybody's. */
function readTest(dataId: string | undefined): NoticeVerdict | null {
  const testId = dataId?.startsWith(TEST_PREFIX) ? asTestId(dataId.slice(TEST_PREFIX.length)) : null
  return testId === null ? null : { verdict: "test", testId }
}

function refuse(
  raw: RawNotice,
  dataId: string | undefined,
  { webhookSecret, limits }: NoticeSettings,
): NoticeVerdict | null {
  const signature = readSignature(single(raw.headers["x-signature"]))
  if (signature === null) {
    return forged("The x-signature header is missing or has no ts and v1.")
  }
  const requestId = single(raw.headers["x-request-id"])
  if (!isManifestSigned(signature, { dataId, requestId }, webhookSecret)) {
    return forged("x-signature does not belong to this notice and webhookSecret.")
  }
  const signed = signedAt(signature.ts)
  if (signed === null) {
    return forged("ts of x-signature is no time; 10 or 13 digits were expected.")
  }
  const ageMs = raw.receivedAt.getTime() - signed.getTime()
  if (ageMs > limits.noticeMaxAgeMs) {
    return forged(`The notice was signed more than ${limits.noticeMaxAgeMs} ms ago.`)
  }
  return ageMs < -limits.noticeMaxAheadMs
    ? forged(`The notice was signed more than ${limits.noticeMaxAheadMs} ms ahead of our clock.`)
    : null
}

function readSigned(
  dataId: string | undefined,
  queryType: string | undefined,
  body: JsonObject | null,
): NoticeVerdict {
  const action = asText(member(body, "action"))
  const type = asText(member(body, "type")) ?? queryType ?? null
  const eventType = action ?? type
  if (eventType === null) {
    return unreadable("Neither body nor query says what the notice is about.")
  }
  // The type is not signed either. In doubt the payment is asked about: that does no harm.
  const concernsPayment =
    queryType === PAYMENT || type === PAYMENT || eventType.startsWith(`${PAYMENT}.`)
  const gatewayId = asPaymentId(dataId)
  if (concernsPayment && gatewayId === null) {
    return unreadable("data.id of the query is missing or no number; digits were expected.")
  }
  const notice: NoticeClaim = {
    eventType,
    operationNumber: asText(member(body, "id")),
    gatewayId: concernsPayment ? gatewayId : null,
    transactionCode: null,
    claimed: null,
    concernsPayment,
  }
  return { verdict: "authentic", notice }
}

function isLegacyNotice(raw: RawNotice, body: JsonObject | null): boolean {
  const hasTopic = single(raw.query.topic) !== undefined
  return (
    hasTopic || (asText(member(body, "topic")) !== null && member(body, "resource") !== undefined)
  )
}

/** Undefined for a value that is missing, empty, or there more than once. */
function single(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined
}

function tryParse(rawBody: Buffer): JsonObject | null {
  try {
    return asObject(parseJson(rawBody.toString("utf8")))
  } catch {
    return null
  }
}

function forged(reason: string): NoticeVerdict {
  return { verdict: "forged", reason }
}

function unreadable(reason: string): NoticeVerdict {
  return { verdict: "unreadable", reason }
}
