import { MercadoPagoConfig, Payment, PaymentMethod, PaymentRefund } from "mercadopago"
import { AppConfig } from "mercadopago/dist/utils/config"
import { createSandbox, type Sandbox } from "../../index"

/** The vendor's own client as a witness: what it can do with the sandbox, it can do with the vendor. */
describe("the official SDK against the sandbox", () => {
  // The SDK has no option for another address, and calls this one read-only.
  const endpoint = AppConfig as { BASE_URL: string }
  const vendorUrl = endpoint.BASE_URL
  let sandbox: Sandbox
  let config: MercadoPagoConfig

  const configuration = () =>
    new MercadoPagoConfig({ accessToken: sandbox.mercadoPagoCredentials.accessToken })

  beforeAll(async () => {
    sandbox = await createSandbox()
    endpoint.BASE_URL = sandbox.mercadoPagoUrl
    config = configuration()
  })

  afterAll(async () => {
    endpoint.BASE_URL = vendorUrl
    await sandbox.close()
  })

  // The SDK keeps a call's options, its idempotency key too, in the configuration it was given.
  const create = (reference: string, idempotencyKey = reference) =>
    new Payment(configuration()).create({
      body: {
        transaction_amount: 120.5,
        description: "Pedido 1001",
        payment_method_id: "pagoefectivo_atm",
        external_reference: reference,
        payer: { email: "ana@tienda.test", first_name: "Ana" },
      },
      requestOptions: { idempotencyKey },
    })

  it("lists PagoEfectivo with its amounts", async () => {
    const methods = await new PaymentMethod(config).get()
    expect(methods.find(({ id }) => id === "pagoefectivo_atm")).toMatchObject({
      status: "active",
      min_allowed_amount: 5,
      max_allowed_amount: 10_000,
    })
  })

  it("creates once, reads and finds", async () => {
    const made = await create("ORD-1")
    const again = await create("ORD-1")
    expect(again.id).toBe(made.id)
    expect(made).toMatchObject({
      status: "pending",
      status_detail: "pending_waiting_payment",
      currency_id: "PEN",
      transaction_amount: 120.5,
    })
    expect(made.transaction_details?.payment_method_reference_id).toMatch(/^\d{7,9}$/)

    const read = await new Payment(config).get({ id: made.id ?? 0 })
    expect(read).toMatchObject({ id: made.id, external_reference: "ORD-1" })

    const found = await new Payment(config).search({ options: { external_reference: "ORD-1" } })
    expect(found.results?.map(({ id }) => id)).toEqual([made.id])
  })

  it("cancels", async () => {
    const { id = 0 } = await create("ORD-2")
    await expect(new Payment(config).cancel({ id })).resolves.toMatchObject({
      status: "cancelled",
      status_detail: "by_collector",
    })
    expect(sandbox.voucher(String(id))).toMatchObject({ status: "deleted", paymentId: String(id) })
    await expect(new Payment(config).cancel({ id })).rejects.toMatchObject({ status: 400 })
  })

  it("refunds in part and as a whole", async () => {
    const { id = 0 } = await create("ORD-3")
    await sandbox.pay(String(id))
    const refunds = new PaymentRefund(config)

    const part = await refunds.create({ payment_id: id, body: { amount: 20.5 } })
    expect(part).toMatchObject({ payment_id: id, amount: 20.5, status: "approved" })
    expect(await new Payment(config).get({ id })).toMatchObject({
      status: "approved",
      status_detail: "partially_refunded",
      transaction_amount_refunded: 20.5,
    })

    await expect(refunds.total({ payment_id: id })).resolves.toMatchObject({ amount: 100 })
    expect(await new Payment(config).get({ id })).toMatchObject({ status: "refunded" })
    expect(await refunds.list({ payment_id: id })).toHaveLength(2)
  })

  it("is refused like at the vendor", async () => {
    const stranger = new MercadoPagoConfig({ accessToken: "APP_USR-other" })
    await expect(new Payment(stranger).get({ id: 1 })).rejects.toMatchObject({ status: 401 })
    await expect(new Payment(config).get({ id: 1 })).rejects.toMatchObject({ status: 404 })
  })
})
