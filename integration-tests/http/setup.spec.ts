import type {
  AdminHealthCheck,
  AdminSetup,
  AdminSetupStep,
  AdminTestNotice,
} from "../../src/http-types"
import { Admin } from "../support/admin"
import { booksOf } from "../support/books"
import { BOOT_TIMEOUT_MS, bootSharedShop, type SharedShop } from "../support/booted-shop"
import { providersOf } from "../support/both-gateways"
import { eventually } from "../support/eventually"
import { openFrontDoor, type FrontDoor } from "../support/front-door"
import { DIRECT, GATEWAYS, MERCADO_PAGO, type GatewayProfile } from "../support/gateways"
import { http } from "../support/shopper"
import { startStore, type StoreProcess } from "../support/start-store"

const SETUP = "/admin/pagoefectivo/setup"
const SHOP_URL = "http://shop.example"

let door: FrontDoor
let shop: SharedShop
let admin: Admin

beforeAll(async () => {
  door = await openFrontDoor()
  shop = await bootSharedShop({
    env: { PAGOEFECTIVO_BACKEND_URL: door.url, PAGOEFECTIVO_STORE_URL: SHOP_URL },
  })
  admin = shop.admin
}, BOOT_TIMEOUT_MS)

// Tests send more notices than a person may in a minute.
beforeEach(async () => {
  door.leadTo(shop.store.url)
  await shop.database.query("DELETE FROM pagoefectivo_rate_limit")
})

afterAll(async () => {
  await shop?.close()
  await door?.close()
})

async function setup(of = admin): Promise<AdminSetup> {
  return (await of.must<{ setup: AdminSetup }>(SETUP)).setup
}

async function step(
  id: AdminSetupStep["id"],
  gateway?: GatewayProfile,
  of = admin,
): Promise<AdminSetupStep> {
  const { steps } = await setup(of)
  const provider = gateway?.providerId ?? null
  return steps.find((found) => found.id === id && found.provider_id === provider)!
}

function checkIn(
  { checks }: { checks: AdminHealthCheck[] },
  id: string,
): AdminHealthCheck | undefined {
  return checks.find((check) => check.id === id)
}

async function isOpen(of = admin): Promise<boolean> {
  return (await of.must<{ setup: { is_open: boolean } }>(`${SETUP}/state`)).setup.is_open
}

async function sendTest({ providerId }: GatewayProfile, of = admin): Promise<AdminTestNotice> {
  const body = { provider_id: providerId }
  return (await of.must<{ test_notice: AdminTestNotice }>(`${SETUP}/test-notice`, { body }))
    .test_notice
}

function storedTests(id: string) {
  return shop.database.query<{ provider_id: string; status: string; outcome: string }>(
    "SELECT provider_id, status, outcome FROM pagoefectivo_notice WHERE operation_number = $1",
    [id],
  )
}

describe("the first steps", () => {
  it("are for admins only", async () => {
    for (const path of ["", "/state"]) {
      expect((await http(`${shop.store.url}${SETUP}${path}`)).status).toBe(401)
    }
    for (const path of ["/test-keys", "/test-notice", "/dismiss", "/skip"]) {
      const { status } = await http(`${shop.store.url}${SETUP}${path}`, { body: {} })
      expect([path, status]).toEqual([path, 401])
    }
  })

  it("of a new store: what is in place, and what is left to do", async () => {
    const { steps, ...rest } = await setup()
    expect(rest).toEqual({ is_open: true, finished_at: null, dismissed: null })
    expect(steps.map(({ id, provider_id, is_optional }) => [id, provider_id, is_optional])).toEqual(
      [
        ["keys", DIRECT.providerId, false],
        ["keys", MERCADO_PAGO.providerId, false],
        ["notices", DIRECT.providerId, false],
        ["notices", MERCADO_PAGO.providerId, false],
        ["shop", null, false],
        ["first_order", null, false],
        ["email", null, true],
        ["report_source", null, true],
        ["rate_card", null, true],
      ],
    )
    expect(await step("keys", DIRECT)).toMatchObject({ state: "done" })
    expect(await step("shop")).toMatchObject({ state: "done" })
    const notices = await step("notices", DIRECT)
    expect(notices.state).toBe("open")
    expect(checkIn(notices, "webhook_address")?.data.address).toBe(
      `${door.url}/hooks/payment/pagoefectivo_pagoefectivo`,
    )
    expect(checkIn(notices, "test_notice")?.data.finding).toBe("never")
    expect(checkIn(await step("first_order"), "first_order")?.data).toMatchObject({
      finding: "none",
      shop: SHOP_URL,
      panel: new URL(shop.sandbox.apiUrl).origin,
    })
  })

  it("say the same as health where health looks too", async () => {
    const { health } = await admin.must<{ health: { checks: AdminHealthCheck[] } }>(
      "/admin/pagoefectivo/health",
    )
    const steps = (await setup()).steps.flatMap(({ checks }) => checks)
    const own = steps.filter(({ id }) => id !== "test_notice" && id !== "first_order")
    expect(own.length).toBeGreaterThan(8)
    expect(health.checks).toEqual(expect.arrayContaining(own))
  })

  it("want to know which provider is meant, where there are two", async () => {
    for (const path of ["/test-keys", "/test-notice"]) {
      for (const body of [{}, { provider_id: "pp_stripe_stripe" }]) {
        const refused = await admin.call<{ message: string }>(SETUP + path, { body })
        expect([refused.status, refused.body.message]).toEqual([
          400,
          expect.stringContaining(MERCADO_PAGO.providerId),
        ])
      }
    }
  })
})

describe("keys", () => {
  afterEach(() => shop.sandbox.behave({ down: false, faults: { authorize: null } }))

  async function test({ providerId } = DIRECT): Promise<AdminHealthCheck[]> {
    const body = { provider_id: providerId }
    return (await admin.must<{ checks: AdminHealthCheck[] }>(`${SETUP}/test-keys`, { body })).checks
  }

  it("are tested with a click, and the page says what the gateway answered", async () => {
    await shop.sandbox.behave({ faults: { authorize: { kind: "answer", status: 401 } } })
    expect(checkIn({ checks: await test() }, "credentials")).toMatchObject({
      state: "problem",
      data: { code: "credentials_refused", answer: expect.stringContaining("PagoEfectivo") },
    })
    expect(await step("keys", DIRECT)).toMatchObject({ state: "problem" })
    await shop.sandbox.behave({ faults: { authorize: null } })
    expect(checkIn({ checks: await test() }, "credentials")).toMatchObject({ state: "ok" })
    expect(await step("keys", DIRECT)).toMatchObject({ state: "done" })
  })

  it("that are right do not help an account that may not sell through PagoEfectivo", async () => {
    await shop.sandbox.behave({ mercadoPago: { methodActive: false } })
    expect(checkIn({ checks: await test(MERCADO_PAGO) }, "credentials")).toMatchObject({
      state: "problem",
      data: { finding: "not_offered", answer: expect.stringContaining("pagoefectivo_atm") },
    })
    await shop.sandbox.behave({ mercadoPago: { methodActive: true } })
    expect(checkIn({ checks: await test(MERCADO_PAGO) }, "credentials")).toMatchObject({
      state: "ok",
    })
  })

  it("are neither right nor wrong while the gateway can't be asked", async () => {
    await shop.sandbox.behave({ down: "reset" })
    expect(checkIn({ checks: await test() }, "credentials")).toMatchObject({ state: "unknown" })
    expect(await step("keys", DIRECT)).toMatchObject({ state: "open" })
    await shop.sandbox.behave({ down: false })
    await test()
    expect(await step("keys", DIRECT)).toMatchObject({ state: "done" })
  })
})

describe.each(GATEWAYS)("a test notice through $name", (gateway: GatewayProfile) => {
  it("goes out to the public address, comes back, and asks the gateway nothing", async () => {
    const asked = shop.sandbox.requests.length
    const test = await sendTest(gateway)
    expect(test).toMatchObject({
      outcome: "returned",
      status: 200,
      address: `${door.url}/hooks/payment/${gateway.providerId.slice("pp_".length)}`,
    })
    expect(shop.sandbox.requests).toHaveLength(asked)
    expect(await storedTests(test.id)).toEqual([
      { provider_id: gateway.providerId, status: "ignored", outcome: "test" },
    ])
    const done = await step("notices", gateway)
    expect(done.state).toBe("done")
    expect(checkIn(done, "test_notice")).toMatchObject({
      state: "ok",
      data: { finding: "returned", at: test.sent_at },
    })
  })

  it("is another one each time", async () => {
    const [one, other] = [await sendTest(gateway), await sendTest(gateway)]
    expect(one.id).not.toBe(other.id)
    expect([...(await storedTests(one.id)), ...(await storedTests(other.id))]).toHaveLength(2)
  })

  it.each<[outcome: string, status: number | null, trouble: () => unknown]>([
    ["not_found", 404, () => door.answer(404, "Not Found")],
    ["locked", 401, () => door.answer(401, "Password, please")],
    ["locked", 403, () => door.answer(403, '{"message":"Forbidden"}')],
    ["redirected", 301, () => door.answer(301, "", { location: "https://www.shop.example/" })],
    ["elsewhere", 200, () => door.answer(200, "OK")],
    ["failed", 502, () => door.answer(502, "Bad gateway")],
    ["failed", 504, () => door.distort(shop.store.url, 504)],
    ["other", 418, () => door.answer(418)],
  ])("that does not come back is named: %s (%s)", async (outcome, status, trouble) => {
    trouble()
    expect(await sendTest(gateway)).toMatchObject({ outcome, status })
    const open = await step("notices", gateway)
    expect(open.state).toBe("open")
    expect(checkIn(open, "test_notice")).toMatchObject({
      state: "warning",
      message: expect.any(String),
      what_to_do: expect.any(String),
      data: { finding: outcome },
    })
  })

  it("to an address where nobody listens says so", async () => {
    await door.shut()
    try {
      expect(await sendTest(gateway)).toMatchObject({
        outcome: "no_answer",
        status: null,
        code: "ECONNREFUSED",
      })
    } finally {
      await door.open()
    }
  })

  it("is refused by a store with other keys", async () => {
    const { url } = gateway.notice(at(), { gatewayId: "1" })
    const refused = await http<{ code: string }>(url, { body: "{}" })
    expect([refused.status, refused.body.code]).toEqual([401, "signature"])
    door.answer(401, JSON.stringify(refused.body))
    expect(await sendTest(gateway)).toMatchObject({ outcome: "signature_refused" })
  })

  it("may be sent six times a minute", async () => {
    const body = { provider_id: gateway.providerId }
    const answers = []
    for (let n = 0; n < 7; n++) answers.push(await admin.call(`${SETUP}/test-notice`, { body }))
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(6).fill(200), 429])
    expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0)
  })

  const at = () => ({ sandbox: shop.sandbox, storeUrl: shop.store.url })
})

describe("the first order", () => {
  const found = async () => {
    const first = await step("first_order")
    return { state: first.state, ...checkIn(first, "first_order")!.data }
  }

  it("is issued, then paid, and its notice says more than any test", async () => {
    door.answer(404)
    await sendTest(DIRECT)
    expect(await step("notices", DIRECT)).toMatchObject({ state: "open" })
    const { order, voucher } = await shop.shopper.placeOrder()
    expect(await found()).toMatchObject({ state: "open", finding: "waiting", cip: voucher.cip })
    await shop.sandbox.pay(voucher.cip)
    await eventually(found, ({ state }) => state === "done", { what: "the paid code" })
    expect(await found()).toMatchObject({ finding: "paid", cip: voucher.cip })
    await eventually(
      () => booksOf(shop.database, order.id),
      ({ captures }) => captures === 1,
      { what: "the booked payment" },
    )
    const notices = await step("notices", DIRECT)
    expect(notices.state).toBe("done")
    expect(checkIn(notices, "test_notice")).toMatchObject({ data: { finding: "real" } })
  })
})

describe("the page", () => {
  it("lets optional steps be skipped and taken up again, and no others", async () => {
    const skip = (body: object) => admin.call<{ setup: AdminSetup }>(`${SETUP}/skip`, { body })
    expect((await step("rate_card")).state).toBe("open")
    expect((await skip({ step: "rate_card" })).status).toBe(200)
    expect((await step("rate_card")).state).toBe("skipped")
    expect((await step("email")).state).toBe("open")
    await skip({ step: "rate_card", skipped: false })
    expect((await step("rate_card")).state).toBe("open")
    for (const body of [{ step: "keys" }, { step: "" }, {}, { step: "email", other: 1 }]) {
      expect((await skip(body)).status).toBe(400)
    }
  })

  it("is dismissed by somebody, and brought back", async () => {
    expect(await isOpen()).toBe(true)
    await admin.must(`${SETUP}/dismiss`, { body: {} })
    expect(await isOpen()).toBe(false)
    const { users } = await admin.must<{ users: { id: string }[] }>("/admin/users")
    expect(await setup()).toMatchObject({
      is_open: false,
      dismissed: { at: expect.any(String), by: users[0]!.id },
    })
    await admin.must(`${SETUP}/dismiss`, { body: { dismissed: false } })
    expect(await isOpen()).toBe(true)
  })

  it("keeps what two people decide at the same moment", async () => {
    const steps = ["email", "report_source", "rate_card"]
    await Promise.all([
      ...steps.map((one) => admin.must(`${SETUP}/skip`, { body: { step: one } })),
      admin.must(`${SETUP}/dismiss`, { body: {} }),
      sendTest(MERCADO_PAGO),
    ])
    const { dismissed, steps: all } = await setup()
    expect(dismissed).not.toBeNull()
    expect(all.filter(({ is_optional }) => is_optional).map(({ state }) => state)).toEqual(
      Array(3).fill("skipped"),
    )
    await admin.must(`${SETUP}/dismiss`, { body: { dismissed: false } })
  })

  it("is over once everything is done, and stays so when something breaks later", async () => {
    await sendTest(DIRECT)
    await sendTest(MERCADO_PAGO)
    const { is_open, finished_at, steps } = await setup()
    expect(steps.map(({ state }) => state)).not.toContain("open")
    expect({ is_open, finished_at }).toEqual({ is_open: false, finished_at: expect.any(String) })
    door.answer(404)
    await sendTest(DIRECT)
    expect(await setup()).toMatchObject({ is_open: false, finished_at })
    expect(await isOpen()).toBe(false)
    expect((await step("notices", DIRECT)).state).toBe("open")
  })
})

describe("after a restart with other options", () => {
  /** Where Mercado Pago's notices go in place of the store's own hook. */
  const ELSEWHERE = "/mercadopago/notices"
  let restarted: StoreProcess
  let again: Admin

  beforeAll(async () => {
    await admin.must(`${SETUP}/dismiss`, { body: {} })
    await sendTest(MERCADO_PAGO)
    await shop.store.stop()
    restarted = await startStore({
      databaseUrl: shop.database.url,
      gatewayUrl: shop.sandbox.apiUrl,
      options: {
        ...providersOf(shop.sandbox, door.url + ELSEWHERE),
        webhook: { allowedIps: ["203.0.113.7"] },
      },
    })
    again = await Admin.logIn(restarted)
  }, BOOT_TIMEOUT_MS)

  afterAll(() => restarted?.stop())

  it("what was decided still holds, and the test of another address does not", async () => {
    expect((await setup(again)).dismissed).not.toBeNull()
    expect((await step("rate_card", undefined, again)).state).toBe("skipped")
    const notices = await step("notices", MERCADO_PAGO, again)
    expect(notices.state).toBe("open")
    expect(checkIn(notices, "test_notice")?.data.finding).toBe("moved")
  })

  it("the address that a gateway is given is the one that is shown and tested", async () => {
    door.answer(404)
    expect(await sendTest(MERCADO_PAGO, again)).toMatchObject({
      outcome: "not_found",
      address: door.url + ELSEWHERE,
    })
    const notices = await step("notices", MERCADO_PAGO, again)
    expect(checkIn(notices, "webhook_address")?.data.address).toBe(door.url + ELSEWHERE)
    const { health } = await again.must<{ health: { checks: AdminHealthCheck[] } }>(
      "/admin/pagoefectivo/health?refresh=true",
    )
    const asked = health.checks.find(
      ({ id, provider_id }) =>
        id === "webhook_reachable" && provider_id === MERCADO_PAGO.providerId,
    )
    expect(asked?.data).toMatchObject({ finding: "other", status: 404, hook: door.url + ELSEWHERE })
  })

  it("a hook that takes notices from PagoEfectivo alone refuses the test, and says why", async () => {
    expect(await sendTest(DIRECT, again)).toMatchObject({
      outcome: "address_refused",
      status: 401,
      address: restarted.webhookUrl,
    })
  })
})
