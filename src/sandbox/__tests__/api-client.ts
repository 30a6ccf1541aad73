import { createHash } from "node:crypto"
import type { Sandbox } from "../index"

/** Answers of every shape are looked into, field by field. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test says what it expects
export type Json = any

export interface ApiAnswer {
  status: number
  headers: Headers
  text: string
  json: Json
}

export const DAY_MS = 24 * 60 * 60 * 1_000

export function limaDate(ms: number): string {
  return `${new Date(ms - 5 * 3_600_000).toISOString().slice(0, 19)}-05:00`
}

/** A client as an integrator would write it, independent of the sandbox's own helpers. */
export class ApiClient {
  private token = ""

  constructor(readonly sandbox: Sandbox) {}

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const response = await fetch(`${this.sandbox.apiUrl}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: parsed(text) }
  }

  authorize(changes: Record<string, unknown> = {}, at = Date.now()): Promise<ApiAnswer> {
    const { accessKey, secretKey, serviceId } = this.sandbox.credentials
    const dateRequest = limaDate(at)
    const hashString = createHash("sha256")
      .update(`${serviceId}.${accessKey}.${secretKey}.${dateRequest}`)
      .digest("hex")
    const body = { accessKey, idService: serviceId, dateRequest, hashString, ...changes }
    return this.call("POST", "/authorizations", body)
  }

  async login(): Promise<this> {
    const { json } = await this.authorize()
    this.token = json.data.token
    return this
  }

  create(changes: Record<string, unknown> = {}, headers?: Record<string, string>) {
    return this.call("POST", "/cips", { ...validCip(), ...changes }, headers)
  }

  /** Creates a code and gives its CIP as a string. */
  async cip(changes: Record<string, unknown> = {}): Promise<string> {
    const { json } = await this.create(changes)
    return String(json.data.cip)
  }

  search(...cips: (string | number)[]): Promise<ApiAnswer> {
    return this.call("POST", "/cips/search", { data: cips.map((cip) => ({ cip })) })
  }

  async found(cip: string): Promise<Json> {
    return (await this.search(cip)).json.data[0]
  }

  control(path: string, body?: unknown): Promise<Response> {
    const url = `${this.sandbox.url}/_control/${path}`
    const headers = { "content-type": "application/json" }
    return body === undefined
      ? fetch(url)
      : fetch(url, { method: "POST", headers, body: JSON.stringify(body) })
  }
}

export function validCip() {
  return {
    currency: "PEN",
    amount: 69.9,
    transactionCode: "ORD-1001",
    dateExpiry: limaDate(Date.now() + DAY_MS),
    userEmail: "rosa@example.com",
    userPhone: "999888777",
    userCodeCountry: "+51",
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
