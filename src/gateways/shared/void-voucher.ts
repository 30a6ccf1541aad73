import { GatewayError } from "../errors"
import type { GatewayVoucherState, GatewayVoucherStatus, VoidOutcome } from "../gateway"

interface VoidCalls {
  /** Throws GatewayError unless the gateway has accepted the removal. */
  remove: () => Promise<void>
  retrieve: () => Promise<GatewayVoucherState>
  /** States that make a code unpayable although the removal was refused or its answer was lost. */
  closed?: readonly GatewayVoucherStatus[]
}

const CLOSED: readonly GatewayVoucherStatus[] = ["voided", "expired"]

/**
 * Removes a code, then asks for the truth: a payment may have come between, and a refusal does not say
 * why. Never throws for what the gateway does; what is not certain is `unknown`.
 */
export async function removeThenRetrieve(calls: VoidCalls): Promise<VoidOutcome> {
  const removal = await attempt(calls.remove)
  const found = await attempt(calls.retrieve)
  const state = found.value ?? null
  if (state?.status === "paid") {
    return { outcome: "paid", state }
  }
  if (isClosed(removal.error, state, calls.closed ?? CLOSED)) {
    return { outcome: "voided", state }
  }
  return { outcome: "unknown", reason: explain(removal.error, found.error, state), state }
}

function isClosed(
  refusal: GatewayError | undefined,
  state: GatewayVoucherState | null,
  closed: readonly GatewayVoucherStatus[],
): boolean {
  if (refusal === undefined) {
    return state === null || !contradictsRemoval(state)
  }
  return state !== null && closed.includes(state.status)
}

/** Payable all the same, or with a payment that is not understood. */
function contradictsRemoval({ status, paidAt }: GatewayVoucherState): boolean {
  return status === "waiting" || (status === "unknown" && paidAt !== null)
}

function explain(
  refusal: GatewayError | undefined,
  silence: GatewayError | undefined,
  state: GatewayVoucherState | null,
): string {
  const parts = [
    refusal === undefined ? "The removal was accepted." : `${refusal.code}: ${refusal.message}`,
    state === null ? null : `The gateway then called the code ${state.status}.`,
    silence === undefined ? null : `${silence.code}: ${silence.message}`,
  ]
  return parts.filter((part) => part !== null).join(" ")
}

async function attempt<T>(run: () => Promise<T>): Promise<{ value?: T; error?: GatewayError }> {
  try {
    return { value: await run() }
  } catch (error) {
    if (error instanceof GatewayError) {
      return { error }
    }
    throw error
  }
}
