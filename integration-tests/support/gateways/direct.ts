import { DirectGateway } from "../../../src/gateways"
import { signTestNotification } from "../../../src/sandbox"
import { commonTroubles } from "./common-troubles"
import type { GatewayProfile, NoticeAddress, SignedNotice } from "./profile"

const JSON_TYPE = "application/json"

/** PagoEfectivo's own API. Its notices are signed over their bytes. */
export const DIRECT: GatewayProfile = {
  name: "PagoEfectivo's own API",
  entry: "pagoefectivo",
  providerId: "pp_pagoefectivo_pagoefectivo",
  createCall: "create",
  gatewayIdOf: ({ cip }) => cip,
  refunds: { method: "bank_transfer", recordedAs: "to_transfer" },
  repeatsLostIssue: false,
  leastVoucherHours: 24,
  returnsLateMoney: false,
  payerFields: {
    userEmail: "maria.guest@example.pe",
    userName: "María José",
    userLastName: "Ñahui D'Angelo",
    userPhone: "987654321",
    userCodeCountry: "+51",
    userCountry: "PERU",
    userDocumentType: "DNI",
    userDocumentNumber: "45678912",
  },
  longestName: 30,
  namesIn: ({ userName, userLastName }) => [userName as string, userLastName as string],
  noticesClaimPayment: true,
  signatureHeaders: ["pe-signature"],
  noticeStyles: [
    ["with five fields", { noticeForm: "full" }, {}],
    ["with three fields", { noticeForm: "v1" }, { noticeForm: "full" }],
    [
      "indented, signed over the compact text",
      { noticeLayout: "indented" },
      { noticeLayout: "compact" },
    ],
    [
      "signed in upper-case hex",
      { noticeUpperCaseSignature: true },
      { noticeUpperCaseSignature: false },
    ],
    ["with a charset in its content type", { noticeCharset: true }, { noticeCharset: false }],
  ],
  forgeries: [
    ["forged", (good) => withSignature(good, "a".repeat(64))],
    ["signed for another body", (good) => ({ ...good, body: good.body.replace("79.90", "7.99") })],
    ["unsigned", ({ url, body }) => ({ url, body, headers: { "content-type": JSON_TYPE } })],
    ["signed with nonsense", (good) => withSignature(good, "not hex at all")],
    ["signed by another service", (good) => good.signed({ secret: "another service's key" })],
  ],
  notice: (at, { gatewayId, number = 7001, bytes }) =>
    signed(at, notice(gatewayId, number, "cip.paid"), bytes),
  otherEvent: (at, { gatewayId, number = 7001, bytes }) =>
    signed(at, notice(gatewayId, number, "cip.refunded"), bytes),
  testOfStore: ({ sandbox, storeUrl }, testId) => {
    const gateway = new DirectGateway({ baseUrl: sandbox.apiUrl, ...sandbox.credentials })
    const { headers, body } = gateway.signTestNotice(testId)
    return { url: hookOf(storeUrl), headers, body }
  },
  unreadable: (at) => signed(at, `{"message":"unreadable ${Date.now()}"}`),
  troubles: [
    ...commonTroubles("PagoEfectivo", "create"),
    {
      trouble: "the keys are refused",
      switches: { faults: { authorize: { kind: "answer", status: 401 } } },
      code: "credentials_refused",
      logs: /refused the credentials.*Check accessKey, secretKey, serviceId/,
    },
    {
      trouble: "the authorization fails with 500",
      switches: { faults: { authorize: { kind: "answer", status: 500 } } },
      code: "gateway_unavailable",
      logs: /PagoEfectivo failed \(HTTP 500\).*Try again later/,
    },
    {
      trouble: "the amount is above the merchant's maximum",
      switches: { maximumAmount: "50.00" },
      code: "amount_too_large",
      logs: /above what PagoEfectivo lets this store charge/,
    },
  ],
}

function notice(cip: string, number: number, eventType: string): string {
  return `{"eventType":"${eventType}","operationNumber":"${number}","data":{"cip":"${cip}","currency":"PEN","amount":79.90}}`
}

function hookOf(storeUrl: string): string {
  return `${storeUrl}/hooks/payment/pagoefectivo_pagoefectivo`
}

function signed({ sandbox, storeUrl }: NoticeAddress, text: string, bytes?: number): SignedNotice {
  const body = bytes === undefined ? text : padded(text, bytes)
  const url = hookOf(storeUrl)
  const sign = (secret = sandbox.credentials.secretKey) => ({
    url,
    body,
    headers: { "content-type": JSON_TYPE, "pe-signature": signTestNotification(body, secret) },
  })
  return { ...sign(), signed: ({ secret }) => sign(secret) }
}

function padded(text: string, bytes: number): string {
  const open = text.slice(0, -1)
  return `${open},"note":"${"x".repeat(bytes - open.length - ',"note":""}'.length)}"}`
}

function withSignature(good: SignedNotice, signature: string) {
  const { url, body, headers } = good
  return { url, body, headers: { ...headers, "pe-signature": signature } }
}
