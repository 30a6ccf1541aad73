import type { GatewayDeps } from "../../deps"
import type { IssueRequest, VoucherReference } from "../../gateway"
import { DirectGateway } from "../gateway"
import type { DirectGatewayOptions } from "../options"

export const NOW = new Date("2025-01-15T15:30:00Z")

export const REQUEST: IssueRequest = {
  transactionCode: "payses_01",
  money: { amount: "69.90", currency: "PEN" },
  expiresAt: new Date("2025-01-16T15:30:00.700Z"),
  payer: { email: "ana@tienda.test", phone: "+51 987 654 321" },
  concept: "Pedido 1001",
}

export const REFERENCE: VoucherReference = {
  gatewayId: "2523136",
  cip: "2523136",
  transactionCode: "payses_01",
}

/** Pauses between attempts; the deadlines are those of production. */
const QUICK = { backoffInitialMs: 1, backoffMaxMs: 2 }

/** A gateway with short pauses whose clock stands at `NOW`. */
export function gatewayAt(
  baseUrl: string,
  options: Partial<DirectGatewayOptions> = {},
  deps: GatewayDeps = {},
): DirectGateway {
  return new DirectGateway(
    {
      baseUrl,
      accessKey: "AKDEMOSANDBOX0000001",
      secretKey: "SKdemoSandboxKeyNotReal0000000000000000",
      serviceId: 1234,
      ...options,
      limits: { ...QUICK, ...options.limits },
    },
    { clock: { now: () => NOW }, random: () => 0.5, ...deps },
  )
}

export function created(overrides: Record<string, string> = {}): string {
  const members = {
    cip: "2523136",
    currency: '"PEN"',
    amount: "69.9",
    transactionCode: '"payses_01"',
    dateExpiry: '"2025-01-16T10:30:00-05:00"',
    cipUrl: '"https://payment.pagoefectivo.pe/SG3R938W-0DNKYQ57.html"',
    ...overrides,
  }
  const data = Object.entries(members).map(([name, lexeme]) => `"${name}":${lexeme}`)
  return `{"code":100,"message":"Solicitud exitosa.","data":{${data.join(",")}}}`
}

export function found(cip: string, statusName: string, dates: Record<string, string> = {}): string {
  const never = "1900-01-01T00:00:00-05:00"
  const element = {
    transactionCode: "payses_01",
    amount: 69.9,
    currency: "PEN",
    status: 22,
    statusName,
    datePayment: never,
    dateRemoval: never,
    ...dates,
  }
  return `{"cip":${cip},${JSON.stringify(element).slice(1)}`
}

export const answer = (...elements: string[]): string =>
  `{"code":100,"message":"Solicitud exitosa.","data":[${elements.join(",")}]}`

export const DONE = '{"code":100,"message":"Solicitud exitosa.","data":{}}'

export const PAID = { datePayment: "2025-01-15T11:02:07-05:00" }
