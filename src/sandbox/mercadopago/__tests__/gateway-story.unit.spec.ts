import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import {
  DirectGateway,
  MercadoPagoGateway,
  type PaymentGateway,
  type RawNotice,
} from "../../../gateways"
import { createSandbox, type Sandbox } from "../../index"

const DAY_MS = 24 * 60 * 60 * 1_000

/** A store's hook that keeps what comes in and answers what it is told. */
async function startHook() {
  const notices: RawNotice[] = []
  const answers: number[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const url = new URL(request.url ?? "/", "http://hook")
    notices.push({
      rawBody: Buffer.concat(chunks),
      headers: request.headers,
      query: Object.fromEntries(url.searchParams),
      receivedAt: new Date(),
    })
    response.writeHead(answers.shift() ?? 200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    notices,
    answers,
    url: `http://127.0.0.1:${port}/hooks/payment/pagoefectivo_mercadopago`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

describe("the gateway against the sandbox", () => {
  let hook: Awaited<ReturnType<typeof startHook>>
  let sandbox: Sandbox
  let gateway: PaymentGateway
  let attempts = 0

  beforeAll(async () => {
    hook = await startHook()
    sandbox = await createSandbox()
    gateway = new MercadoPagoGateway({
      ...sandbox.mercadoPagoCredentials,
      baseUrl: sandbox.mercadoPagoUrl,
      notificationUrl: hook.url,
      limits: { backoffInitialMs: 1, backoffMaxMs: 2 },
    })
  })
  beforeEach(async () => {
    await sandbox.reset()
    await sandbox.behave({ noticeRetryDelayMs: 0 })
    hook.notices.length = 0
  })
  afterAll(async () => {
    await sandbox.close()
    await hook.close()
  })

  const issue = (transactionCode = `payses_${++attempts}`) =>
    gateway.issue({
      transactionCode,
      money: { amount: "69.90", currency: "PEN" },
      expiresAt: new Date(Date.now() + 3 * DAY_MS),
      payer: { email: "ana@tienda.test" },
      concept: "Pedido",
    })

  const stateOf = async (reference: Awaited<ReturnType<typeof issue>>) =>
    (await gateway.retrieve([reference]))[0]

  const read = () => hook.notices.map((notice) => gateway.readNotice(notice))

  it("issues, is paid and told so, and refunds in part and the rest", async () => {
    const voucher = await issue()
    expect(await stateOf(voucher)).toMatchObject({ status: "waiting", cip: voucher.cip })
    await sandbox.pay(voucher.cip)
    await sandbox.drain()

    expect(read()).toMatchObject(
      ["payment.created", "payment.updated"].map((eventType) => ({
        verdict: "authentic",
        notice: { eventType, gatewayId: voucher.gatewayId, concernsPayment: true, claimed: null },
      })),
    )
    expect(await stateOf(voucher)).toMatchObject({
      status: "paid",
      money: { amount: "69.90", currency: "PEN" },
      transactionCode: voucher.transactionCode,
    })

    const part = { ...voucher, money: { amount: "9.90", currency: "PEN" as const } }
    const first = await gateway.refund?.({ ...part, idempotencyKey: "r1" })
    const same = await gateway.refund?.({ ...part, idempotencyKey: "r1" })
    expect(same).toEqual(first)
    expect(await stateOf(voucher)).toMatchObject({
      status: "paid",
      refunded: { amount: "9.90", currency: "PEN" },
    })
    const rest = { ...voucher, money: { amount: "60.00", currency: "PEN" as const } }
    await gateway.refund?.({ ...rest, idempotencyKey: "r2" })
    expect(await stateOf(voucher)).toMatchObject({
      status: "refunded",
      rawStatus: "refunded refunded",
      refunded: { amount: "69.90" },
    })
  })

  it("finds by its reference a code whose answer was lost, and never makes a second", async () => {
    await sandbox.behave({ faults: { mp_create: { kind: "drop", committed: true } } })
    await expect(issue("payses_lost")).rejects.toMatchObject({ mayHaveSucceeded: true })
    await sandbox.behave({ faults: { mp_create: null } })

    const [found] = (await gateway.findByTransactionCode?.("payses_lost")) ?? []
    expect(found).toMatchObject({ status: "waiting", transactionCode: "payses_lost" })
    const again = await issue("payses_lost")
    expect(again).toMatchObject({ gatewayId: found?.gatewayId, cip: found?.cip, url: found?.url })
    expect(sandbox.vouchersOf("payses_lost")).toHaveLength(1)
    const keys = sandbox.requests
      .filter(({ operation }) => operation === "mp_create")
      .map(({ headers }) => headers.idempotencyKey)
    expect(keys).toHaveLength(4)
    expect(new Set(keys).size).toBe(1)
  })

  it.each(["cancelled", "canceled"] as const)("voids (%s), and not what is paid", async (word) => {
    await sandbox.behave({ mercadoPago: { cancelledSpelling: word } })
    const voucher = await issue()
    await expect(gateway.void(voucher)).resolves.toMatchObject({
      outcome: "voided",
      state: { status: "voided" },
    })
    await expect(gateway.void(voucher)).resolves.toMatchObject({ outcome: "voided" })
    const other = await issue()
    await sandbox.pay(other.gatewayId)
    await expect(gateway.void(other)).resolves.toMatchObject({ outcome: "paid" })
  })

  it("takes money that came too late for given back, not for paid", async () => {
    const voucher = await issue()
    await sandbox.expire(voucher.cip)
    expect(await stateOf(voucher)).toMatchObject({ status: "expired" })
    await sandbox.pay(voucher.cip, { force: true })
    expect(await stateOf(voucher)).toMatchObject({
      status: "reversed",
      refunded: { amount: "69.90" },
    })
    await expect(gateway.void(voucher)).resolves.toMatchObject({ outcome: "voided" })
  })

  it("expires by the sandbox's clock", async () => {
    const voucher = await issue()
    sandbox.clock.advance(3 * DAY_MS + 1_000)
    expect(await stateOf(voucher)).toMatchObject({ status: "expired" })
  })

  it("sees a payment taken back, and one of another amount", async () => {
    const reversed = await issue()
    await sandbox.pay(reversed.cip)
    await sandbox.reverse(reversed.gatewayId)
    expect(await stateOf(reversed)).toMatchObject({ status: "reversed" })
    const wrong = await issue()
    await sandbox.pay(wrong.cip, { amount: "6.99" })
    expect(await stateOf(wrong)).toMatchObject({ status: "paid", money: { amount: "6.99" } })
  })

  it("tells refunds apart: only the whole, too late, on their way, refused", async () => {
    const voucher = await issue()
    await sandbox.pay(voucher.cip)
    const refund = (amount: string, idempotencyKey: string) =>
      gateway.refund?.({ ...voucher, money: { amount, currency: "PEN" }, idempotencyKey })

    await sandbox.behave({ mercadoPago: { partialRefunds: false } })
    await expect(refund("1.00", "a")).rejects.toMatchObject({
      code: "refund_not_supported",
      gatewayCode: "3024",
    })
    await sandbox.behave({ mercadoPago: { partialRefunds: true, refundStatus: "in_process" } })
    await expect(refund("1.00", "b")).resolves.toMatchObject({ status: "in_process" })
    await sandbox.behave({ mercadoPago: { refundStatus: "rejected" } })
    await expect(refund("1.00", "c")).resolves.toMatchObject({ status: "rejected" })
    await sandbox.behave({ mercadoPago: { refundStatus: "approved" } })
    await expect(refund("70.00", "d")).rejects.toMatchObject({ gatewayCode: "4040" })
    sandbox.clock.advance(90 * DAY_MS + 1_000)
    await expect(refund("69.90", "e")).rejects.toMatchObject({ gatewayCode: "2024" })
  })

  it("sends notices doubled, out of order, with twins, and again after a failure", async () => {
    await sandbox.behave({ noticesHeld: true, noticeCopies: 2, mercadoPago: { ipnTwins: true } })
    const voucher = await issue()
    await sandbox.pay(voucher.cip)
    hook.answers.push(500, 503)
    await expect(sandbox.releaseNotices("newest_first")).resolves.toBe(4)

    const verdicts = read().map((one) =>
      one.verdict === "authentic" ? one.notice.eventType : one.verdict,
    )
    expect(verdicts).toEqual([
      ...["ignored", "ignored", "ignored", "ignored"],
      ...["payment.updated", "payment.updated"],
      ...["ignored", "ignored"],
      ...["payment.created", "payment.created"],
    ])
  })

  it.each<[string, Parameters<Sandbox["behave"]>[0], string]>([
    ["in seconds", { mercadoPago: { timestamps: "seconds" } }, "authentic"],
    ["of two days ago", { mercadoPago: { timestampShiftMs: -2 * DAY_MS } }, "forged"],
    ["of tomorrow", { mercadoPago: { timestampShiftMs: DAY_MS } }, "forged"],
    ["of another secret", { noticeSignature: "wrong" }, "forged"],
    ["without a signature", { noticeSignature: "missing" }, "forged"],
  ])("judges a notice %s", async (_what, switches, verdict) => {
    await sandbox.behave(switches)
    await issue()
    await sandbox.drain()
    expect(read()).toMatchObject([{ verdict }])
  })

  it("keeps the direct API's codes and Mercado Pago's apart", async () => {
    const voucher = await issue()
    const direct = new DirectGateway({ baseUrl: sandbox.apiUrl, ...sandbox.credentials })
    const reference = { ...voucher, gatewayId: voucher.cip }
    expect(await direct.retrieve([reference])).toMatchObject([{ status: "not_found" }])
    expect(await direct.void(reference)).toMatchObject({ outcome: "unknown" })
    await sandbox.pay(voucher.cip)
    const { content } = await sandbox.settlementFile({ format: "standard_csv" })
    expect(content.toString()).not.toContain(voucher.transactionCode)
    expect(sandbox.voucher(voucher.gatewayId)).toMatchObject({ cip: voucher.cip })
    const page = await fetch(voucher.url ?? "")
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(voucher.cip)
  })

  it("shows no payer over the control interface", async () => {
    await issue()
    const requests = await fetch(`${sandbox.url}/_control/requests`)
    const vouchers = await fetch(`${sandbox.url}/_control/vouchers`)
    expect(`${await requests.text()}${await vouchers.text()}`).not.toContain("ana@tienda.test")
  })
})
