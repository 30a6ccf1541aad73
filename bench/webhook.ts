/**
 * From a notice's arrival to its durable 200, beside the platform's own hook with the provider that
 * does nothing, at the same rate in the same run.
 */
import { booksOf } from "../integration-tests/support/books"
import type { BootedShop } from "../integration-tests/support/booted-shop"
import { eventually } from "../integration-tests/support/eventually"
import { signTestNotification } from "../src/sandbox"
import { withBenchShop } from "./support/bench-shop"
import { latencyTable, type Candidate } from "./support/latency"

const ROUNDS = 3
const NOTICES_PER_ROUND = 200
const WARM_UP_NOTICES = 50
const NOTICES_PER_SECOND = 50
/** The platform handles a hook 5 s after its answer: that must not fall into the next round. */
const PAUSE_MS = 6_500
const PAID_ORDERS = 5
const GOAL_RATIO = 1.5

interface Hook extends Candidate {
  url: string
  /** The next notice; each is another one. */
  body(): string
}

let lastOperation = 0

async function bench(shop: BootedShop): Promise<void> {
  const cips = await paidCodes(shop)
  const nextCip = () => cips[lastOperation % cips.length]!
  const own = shop.store.webhookUrl
  const floor: Hook = {
    name: "platform's hook, pp_system_default (floor)",
    url: own.replace(/[^/]+$/, "system_default"),
    body: () => notice("cip.paid", nextCip()),
    samples: [],
  }
  const stored: Hook = {
    name: "notice verified and stored",
    url: own,
    body: () => notice("cip.noted", nextCip()),
    samples: [],
  }
  const processed: Hook = {
    name: "the same, while each is also processed",
    url: own,
    body: () => notice("cip.paid", nextCip()),
    samples: [],
  }
  const hooks = [floor, stored, processed]
  for (const hook of hooks) await play(shop, hook, WARM_UP_NOTICES)
  for (const hook of hooks) hook.samples.length = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const turned = [...hooks.slice(round % hooks.length), ...hooks.slice(0, round % hooks.length)]
    for (const hook of turned) await play(shop, hook, NOTICES_PER_ROUND)
  }
  console.log(`${NOTICES_PER_SECOND} notices a second, ${ROUNDS} rounds of ${NOTICES_PER_ROUND}`)
  console.table(latencyTable(floor, [stored, processed], GOAL_RATIO))
}

/** Codes of orders that are paid and booked: a further notice is looked into and changes nothing. */
async function paidCodes({ shopper, sandbox, database }: BootedShop): Promise<string[]> {
  const cips: string[] = []
  for (let n = 0; n < PAID_ORDERS; n += 1) {
    const { order, voucher } = await shopper.placeOrder()
    await sandbox.pay(voucher.cip)
    await eventually(
      () => booksOf(database, order.id),
      ({ transactions }) => transactions === 1,
      { what: "the payment" },
    )
    cips.push(voucher.cip)
  }
  return cips
}

function notice(eventType: string, cip: string): string {
  lastOperation += 1
  return `{"eventType":"${eventType}","operationNumber":"${lastOperation}","data":{"cip":"${cip}","currency":"PEN","amount":79.90}}`
}

/** Sends notices at a constant rate, whether or not the earlier ones are answered. */
async function play(shop: BootedShop, hook: Hook, count: number): Promise<void> {
  const running: Promise<void>[] = []
  for (let n = 0; n < count; n += 1) {
    running.push(send(shop, hook))
    await pause(1_000 / NOTICES_PER_SECOND)
  }
  await Promise.all(running)
  await pause(PAUSE_MS)
}

async function send(shop: BootedShop, hook: Hook): Promise<void> {
  const body = hook.body()
  const signature = signTestNotification(body, shop.sandbox.credentials.secretKey)
  const started = performance.now()
  const response = await fetch(hook.url, {
    method: "POST",
    headers: { "content-type": "application/json", "pe-signature": signature },
    body,
  })
  await response.text()
  hook.samples.push(performance.now() - started)
  if (response.status !== 200) throw new Error(`${hook.name}: answered ${response.status}`)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

void withBenchShop(bench)
