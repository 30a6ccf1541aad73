import { CredentialsRefusedError, GatewayError } from "../errors"
import type { GatewayProbe } from "../gateway"
import type { DirectClient } from "./client"

/** Authorizes afresh, once, and compares clocks. Never throws. */
export async function probeGateway(client: DirectClient, now: () => Date): Promise<GatewayProbe> {
  const startedAt = now().getTime()
  let clockSkewMs: number | null = null
  try {
    const { answer, verify } = await client.probe()
    clockSkewMs = skew(answer.headers.get("date"), startedAt, now().getTime())
    verify()
    return { credentials: "accepted", clockSkewMs, problem: null }
  } catch (error) {
    const credentials = error instanceof CredentialsRefusedError ? "refused" : "unknown"
    return { credentials, clockSkewMs, problem: describe(error) }
  }
}

/** Against the middle of the exchange, since the header was written somewhere within it. */
function skew(date: string | null, startedAt: number, endedAt: number): number | null {
  const theirs = Date.parse(date ?? "")
  return Number.isNaN(theirs) ? null : Math.round(theirs - (startedAt + endedAt) / 2)
}

function describe(error: unknown): NonNullable<GatewayProbe["problem"]> {
  return error instanceof GatewayError
    ? { code: error.code, message: error.message }
    : { code: "gateway_unavailable", message: "PagoEfectivo could not be asked." }
}
