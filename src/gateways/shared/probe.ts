import { CredentialsRefusedError, GatewayError } from "../errors"
import type { GatewayProbe } from "../gateway"
import type { HttpAnswer } from "./http-exchange"

export interface ProbeCall {
  /** Whose API it is, in words for sentences. */
  vendor: string
  /** Asks once, without retries; `verify` throws GatewayError when the answer is no good one. */
  ask: () => Promise<{ answer: HttpAnswer; verify: () => void }>
}

/** Asks once with the merchant's credentials, and compares clocks. Never throws. */
export async function probeGateway(call: ProbeCall, now: () => Date): Promise<GatewayProbe> {
  const startedAt = now().getTime()
  let clockSkewMs: number | null = null
  try {
    const { answer, verify } = await call.ask()
    clockSkewMs = skew(answer.headers.get("date"), startedAt, now().getTime())
    verify()
    return { credentials: "accepted", clockSkewMs, problem: null }
  } catch (error) {
    const credentials = error instanceof CredentialsRefusedError ? "refused" : "unknown"
    return { credentials, clockSkewMs, problem: describe(error, call.vendor) }
  }
}

/** Against the middle of the exchange, since the header was written somewhere within it. */
function skew(date: string | null, startedAt: number, endedAt: number): number | null {
  const theirs = Date.parse(date ?? "")
  return Number.isNaN(theirs) ? null : Math.round(theirs - (startedAt + endedAt) / 2)
}

function describe(error: unknown, vendor: string): NonNullable<GatewayProbe["problem"]> {
  return error instanceof GatewayError
    ? { code: error.code, message: error.message }
    : { code: "gateway_unavailable", message: `${vendor} could not be asked.` }
}
