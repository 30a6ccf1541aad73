import { createHmac, randomUUID } from "node:crypto"
import type { OutgoingNotice } from "../notices/notice-sender"
import type { NoticeStyle } from "../notices/notice-text"
import type { MercadoPagoCredentials } from "./context"
import type { BookedPayment } from "./payment-book"
import type { MercadoPagoSwitches } from "./switches"
import { formatPaymentDate } from "./vendor-time"

export type NoticeAction = "payment.created" | "payment.updated"

interface NoticeParts {
  payment: BookedPayment
  action: NoticeAction
  /** Number of the notice. */
  id: number
  /** Where notices without an address of their own go. */
  webhookUrl: string | null
  credentials: MercadoPagoCredentials
  switches: Readonly<MercadoPagoSwitches>
  signature: NoticeStyle["noticeSignature"]
  now: Date
}

const CONTENT_TYPE = { "content-type": "application/json" }
const MS_PER_SECOND = 1_000

/** A webhook: thin body, `data.id` and `type` in the query, signed over a manifest. */
export function webhookNotice(parts: NoticeParts): OutgoingNotice {
  const { payment, action, id, credentials, now } = parts
  const paymentId = String(payment.id)
  const body = {
    id,
    live_mode: true,
    type: "payment",
    date_created: formatPaymentDate(now),
    user_id: credentials.userId,
    api_version: "v1",
    action,
    data: { id: paymentId },
  }
  const requestId = randomUUID()
  const signature = signatureOf(parts, paymentId, requestId)
  return {
    ...subjectOf(parts, action),
    url: addressOf(parts, { "data.id": paymentId, type: "payment" }),
    written: {
      body: JSON.stringify(body),
      headers: {
        ...CONTENT_TYPE,
        "x-request-id": requestId,
        ...(signature === null ? {} : { "x-signature": signature }),
      },
    },
  }
}

/** Its legacy twin: unsigned, the id in query and `resource`. */
export function ipnNotice(parts: NoticeParts): OutgoingNotice {
  const id = String(parts.payment.id)
  return {
    ...subjectOf(parts, "ipn"),
    url: addressOf(parts, { topic: "payment", id }),
    written: { body: JSON.stringify({ resource: id, topic: "payment" }), headers: CONTENT_TYPE },
  }
}

function subjectOf({ payment, id }: NoticeParts, eventType: string) {
  return { eventType, operationNumber: String(id), cip: payment.voucher.cip }
}

function addressOf({ payment, webhookUrl }: NoticeParts, query: Record<string, string>) {
  const address = payment.notificationUrl ?? webhookUrl
  if (address === null || !URL.canParse(address)) {
    return null
  }
  const url = new URL(address)
  for (const [name, value] of Object.entries(query)) {
    url.searchParams.set(name, value)
  }
  return url.href
}

function signatureOf(
  { credentials, switches, signature, now }: NoticeParts,
  paymentId: string,
  requestId: string,
): string | null {
  if (signature === "missing") {
    return null
  }
  const ms = now.getTime() + switches.timestampShiftMs
  const ts = switches.timestamps === "seconds" ? Math.floor(ms / MS_PER_SECOND) : ms
  const secret =
    signature === "valid" ? credentials.webhookSecret : `not ${credentials.webhookSecret}`
  const manifest = `id:${paymentId};request-id:${requestId};ts:${ts};`
  return `ts=${ts},v1=${createHmac("sha256", secret).update(manifest).digest("hex")}`
}
