import { GatewayError, type GatewayErrorCode } from "./errors"
import type { GatewayProbe, PaymentGateway } from "./gateway"

/** The gateway said nothing that could be read: nothing can be sold while that lasts. */
const SILENCE: readonly GatewayErrorCode[] = [
  "gateway_unavailable",
  "gateway_timeout",
  "gateway_bad_answer",
  "circuit_open",
]

/**
 * The same gateway, which tells of each call whether it was answered. A refusal is an answer.
 * @param tell called after each call, before its caller goes on; must not throw
 */
export function observeGateway(
  gateway: PaymentGateway,
  tell: (hasAnswered: boolean) => void,
): PaymentGateway {
  return new Proxy(gateway, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== "function") return member
      return (...given: unknown[]) => {
        const result: unknown = Reflect.apply(member, target, given)
        return result instanceof Promise ? observe(result, tell) : result
      }
    },
  })
}

async function observe(call: Promise<unknown>, tell: (hasAnswered: boolean) => void) {
  try {
    const answer = await call
    tell(!isUnansweredProbe(answer))
    return answer
  } catch (error) {
    if (error instanceof GatewayError) tell(!SILENCE.includes(error.code))
    throw error
  }
}

/** A probe does not throw: it says that it could not ask. */
function isUnansweredProbe(answer: unknown): boolean {
  const { credentials, problem } = (answer ?? {}) as Partial<GatewayProbe>
  return credentials === "unknown" && SILENCE.some((code) => code === problem?.code)
}
