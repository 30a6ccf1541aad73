import { createSandbox, type Sandbox } from "../../src/sandbox"
import { createTestDatabase, type TestDatabase } from "../support/database"
import { eventually } from "../support/eventually"
import { sessionOf, Shopper, voucherOf } from "../support/shopper"
import { startStore, type StoreProcess } from "../support/start-store"

let sandbox: Sandbox
let database: TestDatabase
let store: StoreProcess
let shopper: Shopper

beforeAll(async () => {
  sandbox = await createSandbox()
  database = await createTestDatabase()
  store = await startStore({ databaseUrl: database.url, gatewayUrl: sandbox.apiUrl })
  sandbox.setWebhookUrl(store.webhookUrl)
  shopper = new Shopper(store)
}, 300_000)

afterAll(async () => {
  await store?.stop()
  await sandbox?.close()
  await database?.drop()
})

describe("a guest's order", () => {
  it("gets a code at completion, not before", async () => {
    const cart = await shopper.fillCart()
    const issued = sandbox.vouchers().length
    const { body } = await shopper.choosePagoEfectivo(cart.id)
    expect(body.payment_collection.payment_sessions[0]?.data.voucher).toBeUndefined()
    expect(sandbox.vouchers()).toHaveLength(issued)

    const { body: completed } = await shopper.complete(cart.id)
    expect(completed.type).toBe("order")
    expect((await shopper.order(completed.order.id)).payment_status).toBe("awaiting")
    const session = sessionOf(completed.order)
    expect(session.status).toBe("pending_authorization")
    expect(sandbox.vouchers()).toHaveLength(issued + 1)
    expect(session.data.voucher).toMatchObject({
      status: "waiting",
      cip: sandbox.vouchers()[0]?.cip,
    })
  })

  it("is paid through the platform's hook when the code is paid", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await sandbox.pay(voucher.cip)
    const paid = await eventually(
      () => shopper.order(order.id),
      (found) => found.payment_status === "captured" && voucherOf(found).status === "paid",
      { what: "the captured payment" },
    )
    expect(paid.status).toBe("pending")
  })
})
