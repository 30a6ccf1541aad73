import { setTimeout as pause } from "node:timers/promises"
import * as fc from "fast-check"
import type { Admin } from "../support/admin"
import { bootSharedShop, type SharedShop } from "../support/booted-shop"
import { offerGateways } from "../support/both-gateways"
import { GATEWAYS } from "../support/gateways"
import { OTHER_METHOD } from "../support/order-desk"
import { reportFigure } from "../support/report"
import { sessionOf, type Order, type Voucher } from "../support/shopper"
import { BusyShopper } from "./support/busy-shopper"
import { fillShelves, passGrace } from "./support/campaign-shop"
import { drain } from "./support/drain"
import { expectMoneyIsSafe } from "./support/invariants"

const RACES = Number(process.env.CAMPAIGN_RACES ?? 24)
/** Orders that race at the same time. */
const BATCH = 10
const MAX_RIVALS = 4
const MAX_DELAY_MS = 30
/** Less than an order's total: the code is renewed over the rest. */
const CREDIT = 30
const SEED = Number(process.env.CAMPAIGN_SEED ?? 20261122)
/** Far above what two free cores need: a busy machine is no failure. */
const FRAME_TIMEOUT_MS = 15 * 60_000
const TIMEOUT_MS_PER_RACE = 6_000

const RIVALS = ["pay", "expire", "cancel", "check", "status", "method", "credit"] as const
type Rival = (typeof RIVALS)[number]

/** Who takes part in the race for one order, and how long each hesitates. */
type Race = { rival: Rival; delayMs: number }[]

const races = fc.sample(
  fc.uniqueArray(
    fc.record({ rival: fc.constantFrom(...RIVALS), delayMs: fc.nat({ max: MAX_DELAY_MS }) }),
    { selector: ({ rival }) => rival, minLength: 2, maxLength: MAX_RIVALS },
  ),
  { seed: SEED, numRuns: RACES },
)

let shop: SharedShop
let admin: Admin
let shopper: BusyShopper

beforeAll(async () => {
  shop = await bootSharedShop({ env: { LOG_LEVEL: "warn" } })
  shopper = new BusyShopper(shop.store, GATEWAYS)
  admin = shop.admin
  await offerGateways(admin, shop.store, [OTHER_METHOD])
  await fillShelves(shop.database)
}, FRAME_TIMEOUT_MS)

afterAll(() => shop?.close())

/** A rival that comes too late is refused; what must hold is checked at the end. */
function act(rival: Rival, order: Order, voucher: Voucher): Promise<unknown> {
  switch (rival) {
    case "pay":
      return shop.sandbox.pay(voucher.cip).catch(() => undefined)
    case "expire":
      return shop.store.nudgeJob("expire-vouchers")
    case "cancel":
      return admin.call(`/admin/orders/${order.id}/cancel`, { method: "POST" })
    case "check":
      return admin.call(`/admin/pagoefectivo/vouchers/${voucher.id}/check`, { method: "POST" })
    case "status":
      return admin.call(`/admin/orders/${order.id}/payment-sessions/authorize`, {
        body: { payment_session_id: sessionOf(order).id },
      })
    case "method":
      return shopper.call(
        `/store/payment-collections/${order.payment_collections[0]?.id}/payment-sessions`,
        { body: { provider_id: OTHER_METHOD, data: {} } },
      )
    case "credit":
      return admin.call(`/admin/orders/${order.id}/credit-lines`, {
        body: { amount: CREDIT, reference: "store_credit", reference_id: order.id },
      })
  }
}

async function runRace(race: Race, order: Order, voucher: Voucher): Promise<void> {
  await Promise.all(
    race.map(async ({ rival, delayMs }) => {
      await pause(delayMs)
      await act(rival, order, voucher)
    }),
  )
}

it(
  `${RACES} races of payment, expiry, cancellation, checks, another method and credit leave every sol in its place (seed ${SEED})`,
  async () => {
    const startedAt = Date.now()
    for (let from = 0; from < races.length; from += BATCH) {
      const batch = races.slice(from, from + BATCH)
      const orders = await shopper.placeOrders(batch.length)
      const expiring = orders.filter((_, i) => batch[i]?.some(({ rival }) => rival === "expire"))
      await passGrace(
        shop.database,
        expiring.map(({ voucher }) => voucher.id),
      )
      await Promise.all(orders.map(({ order, voucher }, i) => runRace(batch[i]!, order, voucher)))
    }
    await shop.sandbox.drain()
    const rounds = await drain(shop.store, shop.database)
    const books = await expectMoneyIsSafe(shop.database, shop.sandbox)
    const captured = books.vouchers.filter((voucher) => voucher.captured).length
    const cases = books.vouchers.filter(({ open_cases }) => open_cases.length > 0).length
    const canceled = [...books.orders.values()].filter((order) => order.canceled).length
    // Each way out was taken, so none of the checks above was empty.
    expect(Math.min(captured, cases, canceled)).toBeGreaterThan(0)
    reportFigure(
      `races: ${RACES} (seed ${SEED}), ${captured} captured, ${cases} cases, ${canceled} cancelled, drained in ${rounds} rounds, ${Math.round((Date.now() - startedAt) / 1000)} s`,
    )
  },
  FRAME_TIMEOUT_MS + RACES * TIMEOUT_MS_PER_RACE,
)
