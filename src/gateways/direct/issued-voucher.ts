import { GatewayBadAnswerError } from "../errors"
import type { IssuedVoucher, IssueRequest } from "../gateway"
import { asCip, asObject, asText, member, type JsonObject } from "../shared/json"
import { parseGatewayTime, toLimaTimestamp } from "./lima-time"
import { readMoney } from "../shared/money"

const WEB_ADDRESS = /^https?:\/\/\S+$/i

/**
 * Reads the answer of `POST /cips`. What the gateway repeats of the request must be what was asked: a
 * code for another amount or reference must never reach a shopper.
 * @throws GatewayBadAnswerError; a code may exist all the same.
 */
export function readIssuedVoucher(data: unknown, request: IssueRequest): IssuedVoucher {
  const voucher = asObject(Array.isArray(data) ? data[0] : data)
  const cip = asCip(member(voucher, "cip"))
  if (voucher === null || cip === null) {
    throw badVoucher("without a CIP")
  }
  assertEcho(voucher, request)
  const url = asText(member(voucher, "cipUrl"))
  return {
    gatewayId: cip,
    cip,
    transactionCode: request.transactionCode,
    money: { ...request.money },
    expiresAt: parseGatewayTime(member(voucher, "dateExpiry")) ?? sentExpiry(request.expiresAt),
    url: url !== null && WEB_ADDRESS.test(url) ? url : null,
  }
}

function assertEcho(voucher: JsonObject, { money, transactionCode }: IssueRequest): void {
  const currency = asText(member(voucher, "currency")) ?? money.currency
  const echo = readMoney(member(voucher, "amount") ?? money.amount, currency)
  if (echo?.amount !== money.amount) {
    throw badVoucher("for another amount than asked")
  }
  if (echo.currency !== money.currency) {
    throw badVoucher("in another currency than asked")
  }
  const echoedCode = asText(member(voucher, "transactionCode")) ?? transactionCode
  if (echoedCode !== transactionCode.trim()) {
    throw badVoucher("for another transaction code than asked")
  }
}

/** The deadline as it went over the wire: whole seconds. */
function sentExpiry(expiresAt: Date): Date {
  return parseGatewayTime(toLimaTimestamp(expiresAt)) ?? expiresAt
}

function badVoucher(what: string): GatewayBadAnswerError {
  return new GatewayBadAnswerError(
    `PagoEfectivo issued a code ${what}. The code is not used; a payment of it has to be looked for.`,
    { operation: "issue", mayHaveSucceeded: true },
  )
}
