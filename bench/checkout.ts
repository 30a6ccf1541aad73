/**
 * Completing a cart with PagoEfectivo, beside the platform's own provider in the same run. The
 * gateway's own time is taken out: it is the same whatever shop asks.
 */
import type { BootedShop } from "../integration-tests/support/booted-shop"
import { PROVIDER_ID } from "../integration-tests/support/shopper"
import { FLOOR_PROVIDER_ID, withBenchShop } from "./support/bench-shop"
import { latencyTable, type Candidate } from "./support/latency"

const CARTS = 40
const WARM_UP_CARTS = 5
const GOAL_RATIO = 1.15

interface Checkout extends Candidate {
  providerId: string
}

async function bench(shop: BootedShop): Promise<void> {
  const floor: Checkout = {
    name: "pp_system_default (floor)",
    providerId: FLOOR_PROVIDER_ID,
    samples: [],
  }
  const own: Checkout = {
    name: "PagoEfectivo, without the gateway",
    providerId: PROVIDER_ID,
    samples: [],
  }
  const whole: Candidate = { name: "PagoEfectivo, with the gateway", samples: [] }
  for (let n = 0; n < WARM_UP_CARTS + CARTS; n += 1) {
    const measured = n >= WARM_UP_CARTS
    for (const checkout of n % 2 ? [floor, own] : [own, floor]) {
      const { totalMs, gatewayMs } = await complete(shop, checkout)
      if (!measured) continue
      checkout.samples.push(totalMs - gatewayMs)
      if (checkout === own) whole.samples.push(totalMs)
    }
  }
  console.table(latencyTable(floor, [own, whole], GOAL_RATIO))
}

/** Fills a cart, which is not measured, and completes it. */
async function complete(
  { shopper, sandbox }: BootedShop,
  { providerId }: Checkout,
): Promise<{ totalMs: number; gatewayMs: number }> {
  const cart = await shopper.fillCart()
  await shopper.choosePagoEfectivo(cart.id, {}, providerId)
  const asked = sandbox.requests.length
  const started = performance.now()
  const { body, status } = await shopper.complete(cart.id)
  const totalMs = performance.now() - started
  if (body.type !== "order") throw new Error(`${status} ${JSON.stringify(body)}`)
  const calls = sandbox.requests.slice(asked)
  return { totalMs, gatewayMs: calls.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0) }
}

void withBenchShop(bench)
