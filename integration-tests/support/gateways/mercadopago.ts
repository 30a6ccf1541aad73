import { MercadoPagoGateway, signManifest } from "../../../src/gateways"
import { commonTroubles } from "./common-troubles"
import type { GatewayProfile, NoticeAddress, NoticeOnWire, SignedNotice } from "./profile"

const HOUR_MS = 3_600_000

/** Mercado Pago Peru. Its notices are signed over the query's `data.id`, request id and time. */
export const MERCADO_PAGO: GatewayProfile = {
  name: "Mercado Pago",
  entry: "mercadopago",
  providerId: "pp_pagoefectivo_mercadopago",
  createCall: "mp_create",
  gatewayIdOf: ({ cip, paymentId }) => paymentId ?? cip,
  refunds: { method: "gateway", recordedAs: "approved" },
  repeatsLostIssue: true,
  leastVoucherHours: 24 + 5 / 60,
  returnsLateMoney: true,
  payerFields: {
    payment_method_id: "pagoefectivo_atm",
    payer: {
      email: "maria.guest@example.pe",
      first_name: "María José",
      last_name: "Ñahui D'Angelo",
      identification: { type: "DNI", number: "45678912" },
    },
  },
  longestName: 60,
  namesIn: ({ payer }) => {
    const { first_name, last_name } = payer as Record<string, string>
    return [first_name, last_name]
  },
  noticesClaimPayment: false,
  signatureHeaders: ["x-request-id", "x-signature"],
  noticeStyles: [
    ["signed in milliseconds", {}, {}],
    [
      "signed in seconds",
      { mercadoPago: { timestamps: "seconds" } },
      { mercadoPago: { timestamps: "milliseconds" } },
    ],
    [
      "beside its legacy twin",
      { mercadoPago: { ipnTwins: true } },
      { mercadoPago: { ipnTwins: false } },
    ],
  ],
  forgeries: [
    ["forged", (good) => withSignature(good, `ts=${Date.now()},v1=${"a".repeat(64)}`)],
    ["signed for another payment", (good) => ({ ...good, url: good.url.replace(/id=\d/, "id=9") })],
    ["unsigned", ({ url, body }) => ({ url, body, headers: json })],
    ["signed with nonsense", (good) => withSignature(good, "nonsense")],
    [
      "without the request id that it was signed with",
      ({ url, body, headers }) => ({
        url,
        body,
        headers: { ...json, "x-signature": headers["x-signature"] ?? "" },
      }),
    ],
    ["signed without a time", (good) => withSignature(good, `v1=${"a".repeat(64)}`)],
    ["without the payment in its query", (good) => ({ ...good, url: good.url.split("?")[0]! })],
    ["signed by another application", (good) => good.signed({ secret: "another secret" })],
    ["two days old", (good) => good.signed({ at: new Date(Date.now() - 48 * HOUR_MS) })],
    ["from the future", (good) => good.signed({ at: new Date(Date.now() + HOUR_MS) })],
  ],
  notice: (at, wishes) => signed(at, "payment", wishes),
  otherEvent: (at, wishes) => signed(at, "plan", wishes),
  testOfStore: ({ sandbox, storeUrl }, testId) => {
    const gateway = new MercadoPagoGateway(sandbox.mercadoPagoCredentials)
    const { query, headers, body } = gateway.signTestNotice(testId)
    return { url: `${hookOf(storeUrl)}?${new URLSearchParams(query)}`, headers, body }
  },
  unreadable: (at) => signed(at, "payment", { gatewayId: "none", number: Date.now() }),
  troubles: [
    ...commonTroubles("Mercado Pago", "mp_create"),
    {
      trouble: "the access token is refused",
      switches: { faults: { mp_create: { kind: "answer", status: 401 } } },
      code: "credentials_refused",
      logs: /Mercado Pago refused the access token .*Check accessToken/,
    },
    {
      trouble: "the address for notices is refused, without a cause",
      switches: { mercadoPago: { notificationUrls: "https" } },
      code: "gateway_rejected",
      logs: /The gateway says: "invalid_notification_url: notification_url must be a valid https url"/,
    },
    {
      trouble: "too much was asked (429, without saying until when)",
      switches: { faults: { mp_create: { kind: "answer", status: 429 } } },
      code: "gateway_unavailable",
      logs: /Mercado Pago .*429/,
    },
    {
      trouble: "too much was asked (429, come back in an hour)",
      switches: {
        faults: { mp_create: { kind: "answer", status: 429, retryAfterSeconds: 3_600 } },
      },
      code: "gateway_unavailable",
      logs: /Mercado Pago .*429/,
    },
  ],
}

const json = { "content-type": "application/json" }

function hookOf(storeUrl: string): string {
  return `${storeUrl}/hooks/payment/pagoefectivo_mercadopago`
}

function signed(
  { sandbox, storeUrl }: NoticeAddress,
  type: string,
  { gatewayId, number = 12_345, bytes }: { gatewayId: string; number?: number; bytes?: number },
): SignedNotice {
  const content = { id: number, type, action: `${type}.updated`, data: { id: gatewayId } }
  const body = padded(content, bytes)
  const url = `${hookOf(storeUrl)}?data.id=${gatewayId}&type=${type}`
  const requestId = `request-${number}`
  const sign: SignedNotice["signed"] = ({
    secret = sandbox.mercadoPagoCredentials.webhookSecret,
    at = new Date(),
  }): NoticeOnWire => {
    const ts = String(at.getTime())
    const v1 = signManifest({ dataId: gatewayId, requestId, ts }, secret)
    const headers = { ...json, "x-request-id": requestId, "x-signature": `ts=${ts},v1=${v1}` }
    return { url, body, headers }
  }
  return { ...sign({}), signed: sign }
}

function padded(content: object, bytes: number | undefined): string {
  const frame = JSON.stringify({ ...content, note: "" })
  return bytes === undefined
    ? JSON.stringify(content)
    : JSON.stringify({ ...content, note: "x".repeat(bytes - frame.length) })
}

function withSignature({ url, body, headers }: SignedNotice, signature: string): NoticeOnWire {
  return { url, body, headers: { ...headers, "x-signature": signature } }
}
