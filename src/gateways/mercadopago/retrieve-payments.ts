import { bulkhead } from "cockatiel"
import { CredentialsRefusedError, GatewayError, VoucherNotFoundError } from "../errors"
import type { GatewayVoucherState } from "../gateway"
import { emptyState } from "../shared/empty-state"
import { asObject } from "../shared/json"
import { asPaymentId } from "./payment-id"
import { isPayment, readPaymentState } from "./payment-state"

type GetPayment = (id: string) => Promise<unknown>

type Found = { state: GatewayVoucherState } | { error: GatewayError }

/**
 * Asks for payments one by one, a few at the same time; the answer keeps the order asked. One payment
 * that Mercado Pago stumbles over must not hide the others, so it is `unknown` among them.
 * @throws CredentialsRefusedError; the first GatewayError when none could be asked for.
 */
export async function retrievePayments(
  gatewayIds: string[],
  get: GetPayment,
  concurrency: number,
): Promise<GatewayVoucherState[]> {
  const askable = [...new Set(gatewayIds)].filter((id) => asPaymentId(id) !== null)
  const lanes = bulkhead(concurrency, Number.POSITIVE_INFINITY)
  const found = await Promise.all(askable.map((id) => lanes.execute(() => find(id, get))))
  const errors = found.flatMap((one) => ("error" in one ? [one.error] : []))
  const [first] = errors
  if (first !== undefined && errors.length === found.length) {
    throw first
  }
  const states = new Map(
    found.flatMap((one) => ("state" in one ? [[one.state.gatewayId, one.state]] : [])),
  )
  return gatewayIds.map((id) => states.get(id) ?? emptyState(id, "unknown"))
}

async function find(id: string, get: GetPayment): Promise<Found> {
  try {
    const payment = asObject(await get(id))
    // Another payment's state must never be taken for this one's.
    return {
      state: isPayment(payment, id) ? readPaymentState(id, payment) : emptyState(id, "unknown"),
    }
  } catch (error) {
    if (error instanceof VoucherNotFoundError) {
      return { state: emptyState(id, "not_found") }
    }
    if (error instanceof GatewayError && !(error instanceof CredentialsRefusedError)) {
      return { error }
    }
    throw error
  }
}
