import type { GatewayDeps } from "../../deps"
import type { IssueRequest, RefundRequest, VoucherReference } from "../../gateway"
import type { GatewayError } from "../../errors"
import { MercadoPagoGateway } from "../gateway"
import type { MercadoPagoGatewayOptions } from "../options"

export const NOW = new Date("2026-10-07T14:00:00Z")

export const PAYMENT_ID = "131000000001"

export const REQUEST: IssueRequest = {
  transactionCode: "payses_01",
  money: { amount: "120.50", currency: "PEN" },
  expiresAt: new Date("2026-10-12T14:00:00.700Z"),
  payer: {
    email: "ana@tienda.test",
    firstName: "Ana",
    lastName: "Quispe",
    document: { type: "dni", number: "45678912" },
  },
  concept: "Pedido 1001",
}

export const REFERENCE: VoucherReference = {
  gatewayId: PAYMENT_ID,
  cip: "25567890",
  transactionCode: "payses_01",
}

export const REFUND: RefundRequest = {
  ...REFERENCE,
  money: { amount: "10.50", currency: "PEN" },
  idempotencyKey: "refund_01",
}

/** Pauses between attempts; the deadlines are those of production. */
const QUICK = { backoffInitialMs: 1, backoffMaxMs: 2 }

/** A gateway with short pauses whose clock stands at `NOW`. */
export function gatewayAt(
  baseUrl: string,
  options: Partial<MercadoPagoGatewayOptions> = {},
  deps: GatewayDeps = {},
): MercadoPagoGateway {
  return new MercadoPagoGateway(
    {
      baseUrl,
      accessToken: "APP_USR-test",
      webhookSecret: "test-secret",
      ...options,
      limits: { ...QUICK, ...options.limits },
    },
    { clock: { now: () => NOW }, random: () => 0.5, ...deps },
  )
}

/** A payment as the reference writes it; values are JSON as they stand. */
export function payment(overrides: Record<string, string> = {}): string {
  const members = {
    id: PAYMENT_ID,
    date_created: '"2026-10-07T10:00:00.000-04:00"',
    date_approved: "null",
    date_last_updated: '"2026-10-07T10:00:00.000-04:00"',
    date_of_expiration: '"2026-10-12T10:00:00.000-04:00"',
    payment_method_id: '"pagoefectivo_atm"',
    status: '"pending"',
    status_detail: '"pending_waiting_payment"',
    currency_id: '"PEN"',
    external_reference: '"payses_01"',
    transaction_amount: "120.5",
    transaction_amount_refunded: "0",
    refunds: "[]",
    transaction_details:
      '{"payment_method_reference_id":"25567890","verification_code":"25567890",' +
      '"external_resource_url":"https://www.mercadopago.com/mpe/payments/atm/helper?payment_id=1"}',
    ...overrides,
  }
  const lexemes = Object.entries(members).map(([name, lexeme]) => `"${name}":${lexeme}`)
  return `{${lexemes.join(",")}}`
}

export const APPROVED = {
  status: '"approved"',
  status_detail: '"accredited"',
  date_approved: '"2026-10-08T09:00:00.000-04:00"',
}

export const error = (status: number, code: number): string =>
  `{"message":"de ana@tienda.test","error":"bad_request","status":${status},` +
  `"cause":[{"code":${code},"description":"de ana@tienda.test, 987654321"}]}`

export const refund = (overrides: Record<string, string> = {}): string => {
  const members = { id: "1000000001", status: '"approved"', amount: "10.5", ...overrides }
  return `{${Object.entries(members)
    .map(([name, lexeme]) => `"${name}":${lexeme}`)
    .join(",")}}`
}

export async function failure(run: Promise<unknown>): Promise<GatewayError> {
  return run.then(
    () => Promise.reject(new Error("a failure was expected")),
    (thrown: GatewayError) => thrown,
  )
}
