import { setTimeout as pause } from "node:timers/promises"
import * as fc from "fast-check"
import type { Sandbox } from "../../../src/sandbox"
import { Admin } from "../../support/admin"
import { offerGateways, providersOf } from "../../support/both-gateways"
import type { TestDatabase } from "../../support/database"
import { GATEWAYS } from "../../support/gateways"
import {
  freePort,
  prepareStore,
  startStore,
  type StoreOptions,
  type StoreProcess,
} from "../../support/start-store"
import { BusyShopper } from "./busy-shopper"
import { fillShelves, passGrace } from "./campaign-shop"

/** Orders that wait for their payment when the first round begins. */
const FIRST_ORDERS = 6
const WATCH_INTERVAL_MS = 1

const DEEDS = [
  "pay",
  "expire",
  "cancel",
  "check",
  "pay_and_expire",
  "pay_and_cancel",
  "expire_and_cancel",
  "complete_again",
  "run_inbox",
  "run_polling",
] as const
type Verb = "pay" | "expire" | "cancel" | "check"
type Deed = { kind: (typeof DEEDS)[number]; delayMs: number; pick: number }

/**
 * When the process dies: so many steps into the work (answers to the shoppers, calls at the
 * gateway), and a moment later. Steps, not time, so that it strikes into the work on any machine.
 */
interface Strike {
  afterSteps: number
  thenMs: number
}

interface Round {
  strike: Strike
  newOrders: number
  deeds: Deed[]
}

const evenly = (min: number, max: number) => fc.noBias(fc.integer({ min, max }))

const roundPlan: fc.Arbitrary<Round> = fc.record({
  strike: fc.record({ afterSteps: evenly(2, 40), thenMs: evenly(0, 60) }),
  newOrders: evenly(2, 4),
  deeds: fc.array(
    fc.record({
      kind: fc.noBias(fc.constantFrom(...DEEDS)),
      delayMs: evenly(0, 1_500),
      pick: evenly(0, 1_000_000),
    }),
    { minLength: 5, maxLength: 9 },
  ),
})

export interface KillCampaign {
  kills: number
  /** The same seed makes the same plan; the machine's timing still differs. */
  seed: number
}

/**
 * Kills a store again and again while orders are placed, paid, expire and are cancelled, through each
 * gateway in turn. Each round has a process of its own on the same database and port, so that nothing
 * in memory survives.
 * @returns the store that was started last, still running
 */
export async function runKillCampaign(
  { kills, seed }: KillCampaign,
  { sandbox, database }: { sandbox: Sandbox; database: TestDatabase },
): Promise<StoreProcess> {
  const options: StoreOptions = {
    databaseUrl: database.url,
    gatewayUrl: sandbox.apiUrl,
    options: providersOf(sandbox),
    port: await freePort(),
    env: { LOG_LEVEL: "error" },
  }
  let store = await startStore(options)
  sandbox.setWebhookUrl(store.webhookUrl)
  await fillShelves(database)
  const admin = await Admin.logIn(store)
  await offerGateways(admin, store)
  const town = new Town(store, admin, sandbox, database)
  await town.open(FIRST_ORDERS)
  for (const { strike, ...work } of fc.sample(roundPlan, { seed, numRuns: kills })) {
    const next = prepareStore(options)
    const steps = town.steps + strike.afterSteps
    const done = town.live(store, work)
    const watch = town.reaches(steps)
    await Promise.race([watch, done])
    await pause(strike.thenMs)
    await store.kill()
    await done
    store = await (await next).start()
  }
  return store
}

/** The shoppers, the clock and the admin, who go on whatever becomes of the store. */
class Town {
  private awake = false
  private unfinishedCarts: string[] = []
  private readonly shopper: BusyShopper

  constructor(
    store: StoreProcess,
    private readonly admin: Admin,
    private readonly sandbox: Sandbox,
    private readonly database: TestDatabase,
  ) {
    this.shopper = new BusyShopper(store, GATEWAYS)
  }

  get steps(): number {
    return this.shopper.steps + this.sandbox.requests.length
  }

  async reaches(steps: number): Promise<void> {
    while (this.steps < steps && this.awake) await pause(WATCH_INTERVAL_MS)
  }

  async open(orders: number): Promise<void> {
    await this.shopper.placeOrders(orders)
  }

  /** One round's work. What fails because the store dies is judged by what the books say at the end. */
  async live(store: StoreProcess, { newOrders, deeds }: Omit<Round, "strike">): Promise<void> {
    this.awake = true
    await Promise.allSettled([
      ...Array.from({ length: newOrders }, () => this.order()),
      ...deeds.map(async (deed) => {
        await pause(deed.delayMs)
        await this.act(store, deed)
      }),
    ])
    this.awake = false
  }

  private async order(): Promise<void> {
    const cart = await this.shopper.fillCart({ email: this.shopper.nextGuest() })
    await this.shopper.choosePagoEfectivo(cart.id)
    this.unfinishedCarts.push(cart.id)
    await this.complete(cart.id)
  }

  private async complete(cartId: string): Promise<void> {
    const { body } = await this.shopper.complete(cartId)
    if (body.type !== "order") return
    this.unfinishedCarts = this.unfinishedCarts.filter((id) => id !== cartId)
  }

  private async act(store: StoreProcess, { kind, pick }: Deed): Promise<void> {
    const cart = this.unfinishedCarts[pick % this.unfinishedCarts.length]
    if (kind === "complete_again") return cart ? this.complete(cart) : undefined
    if (kind === "run_inbox") return store.nudgeJob("process-inbox")
    if (kind === "run_polling") return this.poll(store)
    // Also a code whose answer the store never got: the shopper has it from PagoEfectivo's e-mail.
    const codes = this.sandbox.vouchers().filter(({ status }) => status === "generated")
    const cip = codes[pick % codes.length]?.cip
    if (!cip) return
    const verbs = kind.split("_and_") as Verb[]
    await Promise.allSettled(verbs.map((verb) => this.do(verb, store, cip)))
  }

  private async do(verb: Verb, store: StoreProcess, cip: string): Promise<unknown> {
    if (verb === "pay") return this.sandbox.pay(cip)
    const [voucher] = await this.database.query<{ id: string; order_id: string | null }>(
      `SELECT v.id, coalesce(v.order_id, oc.order_id) AS order_id
         FROM pagoefectivo_voucher v LEFT JOIN order_cart oc ON oc.cart_id = v.cart_id
        WHERE v.cip = $1`,
      [cip],
    )
    if (!voucher) return
    switch (verb) {
      case "expire":
        await passGrace(this.database, [voucher.id])
        return store.nudgeJob("expire-vouchers")
      case "cancel":
        return this.admin.call(`/admin/orders/${voucher.order_id}/cancel`, { method: "POST" })
      case "check":
        return this.admin.call(`/admin/pagoefectivo/vouchers/${voucher.id}/check`, {
          method: "POST",
        })
    }
  }

  private async poll(store: StoreProcess): Promise<void> {
    await this.database.query(
      "UPDATE pagoefectivo_voucher SET next_check_at = now() WHERE next_check_at IS NOT NULL",
    )
    await store.nudgeJob("poll-vouchers")
  }
}
