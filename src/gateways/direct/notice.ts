import type { NoticeClaim, NoticeVerdict, RawNotice, SignedNotice } from "../gateway"
import { type JsonObject, asCip, asObject, asText, member, parseJson } from "../shared/json"
import { parseGatewayTime } from "./lima-time"
import { MAX_SIGNATURES } from "../shared/limits"
import { readMoney } from "../shared/money"
import { asTestId, checkTestId, TEST_NOTICE_EVENT } from "../shared/test-notice"
import { isBodySigned, signNotice, withoutByteOrderMark } from "./signature"

const SIGNATURE_HEADER = "pe-signature"

/** The only event that the vendor documents. All others are kept and have no effect. */
const PAID_EVENT = "cip.paid"

/** Verifies a notice and reads it. Pure. Reasons hold nothing of the notice's content. */
export function readNotice(raw: RawNotice, secretKey: string): NoticeVerdict {
  const signatures = signaturesOf(raw.headers[SIGNATURE_HEADER])
  if (signatures.length === 0) {
    return { verdict: "forged", reason: "The PE-Signature header is missing." }
  }
  if (!signatures.some((signature) => isBodySigned(raw.rawBody, signature, secretKey))) {
    return {
      verdict: "forged",
      reason: "PE-Signature does not belong to this body and secret key.",
    }
  }
  return readSigned(raw.rawBody)
}

/** The signature covers the whole body, and so the event that makes it a test. */
export function signTestNotice(testId: string, secretKey: string): SignedNotice {
  const body = JSON.stringify({
    eventType: TEST_NOTICE_EVENT,
    operationNumber: checkTestId(testId),
    data: null,
  })
  return {
    query: {},
    headers: {
      "content-type": "application/json",
      [SIGNATURE_HEADER]: signNotice(body, secretKey),
    },
    body,
  }
}

function signaturesOf(header: string | string[] | undefined): string[] {
  const values = header === undefined ? [] : [header].flat()
  return values
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "")
    .slice(0, MAX_SIGNATURES)
}

function readSigned(rawBody: Buffer): NoticeVerdict {
  const body = tryParse(rawBody)
  if (body === null) {
    return unreadable("The body is not a JSON object.")
  }
  const eventType = member(body, "eventType")
  if (typeof eventType !== "string" || eventType.trim() === "") {
    return unreadable("eventType is missing; a text was expected.")
  }
  const notice = toNotice(eventType.trim(), body)
  const testId = asTestId(notice.operationNumber)
  if (notice.eventType === TEST_NOTICE_EVENT && testId !== null) {
    return { verdict: "test", testId }
  }
  if (notice.concernsPayment && notice.gatewayId === null && notice.transactionCode === null) {
    return unreadable("data.cip is missing or no number; digits were expected.")
  }
  return { verdict: "authentic", notice }
}

function tryParse(rawBody: Buffer): JsonObject | null {
  try {
    return asObject(parseJson(withoutByteOrderMark(rawBody).toString("utf8")))
  } catch {
    return null
  }
}

function toNotice(eventType: string, body: JsonObject): NoticeClaim {
  const data = asObject(member(body, "data"))
  return {
    eventType,
    operationNumber: asText(member(body, "operationNumber")),
    gatewayId: asCip(member(data, "cip")),
    transactionCode: asText(member(data, "transactionCode")),
    claimed: data === null ? null : readClaim(data),
    concernsPayment: eventType === PAID_EVENT,
  }
}

function readClaim(data: JsonObject): NoticeClaim["claimed"] {
  return {
    money: readMoney(member(data, "amount"), member(data, "currency")),
    paidAt: parseGatewayTime(member(data, "paymentDate")),
  }
}

function unreadable(reason: string): NoticeVerdict {
  return { verdict: "unreadable", reason }
}
