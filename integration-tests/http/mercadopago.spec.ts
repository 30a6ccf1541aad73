import { createSandbox, type Sandbox } from "../../src/sandbox"
import { Admin } from "../support/admin"
import { createTestDatabase, type TestDatabase } from "../support/database"
import { eventually } from "../support/eventually"
import { freePort, startStore, type StoreProcess } from "../support/start-store"
import { http, sessionOf, Shopper, voucherOf, type Order, type Voucher } from "../support/shopper"

const DIRECT = "pp_pagoefectivo_direct"
const MERCADO_PAGO = "pp_pagoefectivo_mercadopago"

let sandbox: Sandbox
let database: TestDatabase
let store: StoreProcess
let shopper: Shopper
let admin: Admin

beforeAll(async () => {
  sandbox = await createSandbox()
  database = await createTestDatabase()
  const port = await freePort()
  const { accessToken, webhookSecret } = sandbox.mercadoPagoCredentials
  store = await startStore({
    databaseUrl: database.url,
    gatewayUrl: sandbox.apiUrl,
    port,
    options: {
      backendUrl: `http://127.0.0.1:${port}`,
      providers: [
        { id: "direct" },
        {
          id: "mercadopago",
          gateway: "mercadopago",
          mercadopago: { accessToken, webhookSecret, baseUrl: sandbox.mercadoPagoUrl },
        },
      ],
    },
  })
  sandbox.setWebhookUrl(`${store.url}/hooks/payment/pagoefectivo_direct`)
  shopper = new Shopper(store)
  admin = await Admin.logIn(store)
  await admin.call(`/admin/regions/${store.shop.regionId}`, {
    body: { payment_providers: [DIRECT, MERCADO_PAGO] },
  })
}, 300_000)

afterAll(async () => {
  await store?.stop()
  await sandbox?.close()
  await database?.drop()
})

async function placeOrder(providerId: string): Promise<{ order: Order; voucher: Voucher }> {
  const cart = await shopper.fillCart()
  await shopper.choosePagoEfectivo(cart.id, {}, providerId)
  const { body } = await shopper.complete(cart.id)
  if (body.type !== "order") throw new Error(JSON.stringify(body))
  return { order: body.order, voucher: voucherOf(body.order) }
}

async function voucherRow(id: string) {
  const [row] = await database.query<{
    gateway_id: string
    provider_id: string
    status: string
    captured_at: Date | null
  }>("SELECT * FROM pagoefectivo_voucher WHERE id = $1", [id])
  return row
}

function paidOrder(orderId: string): Promise<Order> {
  return eventually(
    () => shopper.order(orderId),
    (found) => found.payment_status === "captured" && voucherOf(found).status === "paid",
    { what: `the paid order ${orderId}` },
  )
}

describe("a store with both gateways", () => {
  it("sells through each, with its own hook, and keeps them apart", async () => {
    const direct = await placeOrder(DIRECT)
    const other = await placeOrder(MERCADO_PAGO)
    expect((await voucherRow(direct.voucher.id))?.provider_id).toBe(DIRECT)
    const row = await voucherRow(other.voucher.id)
    expect(row?.provider_id).toBe(MERCADO_PAGO)
    expect(row?.gateway_id).not.toBe(other.voucher.cip)

    await sandbox.pay(direct.voucher.cip)
    await sandbox.pay(other.voucher.cip)
    await paidOrder(direct.order.id)
    await paidOrder(other.order.id)
    const notices = await database.query<{ provider_id: string }>(
      "SELECT DISTINCT provider_id FROM pagoefectivo_notice ORDER BY provider_id",
    )
    expect(notices.map(({ provider_id }) => provider_id)).toEqual([DIRECT, MERCADO_PAGO])
  })
})

describe("through Mercado Pago", () => {
  it("a lost answer is asked for again, and there is one payment", async () => {
    const issued = sandbox.vouchers().length
    await sandbox.behave({ faults: { create: { kind: "drop", committed: true, times: 1 } } })
    const { order } = await placeOrder(MERCADO_PAGO)
    await sandbox.behave({ faults: { create: null } })
    expect(sandbox.vouchers()).toHaveLength(issued + 1)
    expect(sandbox.vouchers()[0]?.transactionCode).toBe(sessionOf(order).id)
  })

  it("created and updated notices, doubled and in any order, capture once", async () => {
    const { order, voucher } = await placeOrder(MERCADO_PAGO)
    await sandbox.pay(voucher.cip, { copies: 3, concurrently: true })
    await paidOrder(order.id)
    const [count] = await database.query<{ captures: string }>(
      `SELECT count(*) AS captures FROM capture c JOIN payment p ON p.id = c.payment_id
        WHERE p.payment_session_id = $1`,
      [sessionOf(order).id],
    )
    expect(count?.captures).toBe("1")
  })

  it("money goes back in parts, never more than was paid", async () => {
    const { order, voucher } = await placeOrder(MERCADO_PAGO)
    await sandbox.pay(voucher.cip)
    await paidOrder(order.id)
    const [payment] = await database.query<{ id: string; amount: string }>(
      "SELECT id, amount FROM payment WHERE payment_session_id = $1",
      [sessionOf(order).id],
    )
    const refund = (amount: number) =>
      admin.call(`/admin/payments/${payment?.id}/refund`, { body: { amount } })
    expect((await refund(10.5)).status).toBe(200)
    expect((await refund(5)).status).toBe(200)
    expect((await refund(Number(payment?.amount))).status).toBe(400)
    const rows = await database.query<{ status: string; reference: string | null }>(
      "SELECT status, reference FROM pagoefectivo_refund WHERE voucher_id = $1",
      [voucher.id],
    )
    expect(rows).toHaveLength(2)
    expect(rows.every(({ status, reference }) => status === "approved" && reference)).toBe(true)
  })

  it("a cancelled order takes its payment with it", async () => {
    const { order, voucher } = await placeOrder(MERCADO_PAGO)
    await admin.call(`/admin/orders/${order.id}/cancel`, { method: "POST" })
    await eventually(
      () => voucherRow(voucher.id),
      (row) => row?.status === "voided",
      { what: "the voided code" },
    )
    expect(sandbox.voucher(voucher.cip)?.status).not.toBe("generated")
  })

  it("a payment over another amount captures nothing and opens a case", async () => {
    const { order, voucher } = await placeOrder(MERCADO_PAGO)
    await sandbox.pay(voucher.cip, { amount: "10.00" })
    const cases = await eventually(
      () =>
        database.query<{ reason: string; status: string }>(
          "SELECT reason, status FROM pagoefectivo_case WHERE voucher_id = $1",
          [voucher.id],
        ),
      (found) => found.length > 0,
      { what: "the case" },
    )
    expect(cases).toEqual([{ reason: "amount_mismatch", status: "open" }])
    expect((await shopper.order(order.id)).payment_status).toBe("awaiting")
  })

  it("a notice with a foreign signature is refused and changes nothing", async () => {
    const { voucher } = await placeOrder(MERCADO_PAGO)
    const row = await voucherRow(voucher.id)
    const { status } = await http(
      `${store.url}/hooks/payment/pagoefectivo_mercadopago?data.id=${row?.gateway_id}&type=payment`,
      {
        body: { action: "payment.updated", type: "payment", data: { id: row?.gateway_id } },
        headers: { "x-signature": `ts=${Date.now()},v1=${"0".repeat(64)}`, "x-request-id": "r-1" },
      },
    )
    expect(status).toBe(401)
    expect((await voucherRow(voucher.id))?.status).toBe("waiting")
  })

  it("a legacy twin without signature is answered and not kept", async () => {
    const before = await database.query("SELECT id FROM pagoefectivo_notice")
    const { status } = await http(
      `${store.url}/hooks/payment/pagoefectivo_mercadopago?topic=payment&id=123456`,
      { body: { resource: "https://api.example/v1/payments/123456", topic: "payment" } },
    )
    expect(status).toBe(200)
    expect(await database.query("SELECT id FROM pagoefectivo_notice")).toHaveLength(before.length)
  })
})
