import { BOOT_TIMEOUT_MS, bootShop, type BootedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { reportOf, SettlementDesk } from "../support/settlement-desk"
import type { Case, Run } from "../support/settlement-nights"
import { uploadReport } from "../support/upload"

let shop: BootedShop
let desk: SettlementDesk

beforeAll(async () => {
  shop = await bootShop()
  desk = await SettlementDesk.open(shop)
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

describe("a reconciliation", () => {
  it("finds nothing wrong where payment, capture and settlement agree", async () => {
    const { cip } = await desk.paidOrder()
    await desk.uploadSettlement(cip)
    const run = await desk.reconcile()
    expect(run).toMatchObject({ status: "completed", progress: 1, counts: {}, error: null })
    expect(run).toMatchObject({
      vouchers_count: 1,
      lines_count: 1,
      duration_seconds: expect.any(Number),
      lines_per_second: expect.any(Number),
    })
    expect(await desk.casesOf("")).toEqual([])
  })

  it("names what does not add up, heals it when it does, and says what changed", async () => {
    const { cip, voucherId, orderId } = await desk.paidOrder()
    await desk.uploadSettlement(cip, { kind: "wrong_amount", cip, amount: "60.00" })
    const first = await desk.reconcile()
    expect(first.counts).toEqual({ amount_mismatch: 1 })
    expect(first.sums).toEqual({ amount_mismatch: { pen: "19.90" } })
    const [found] = await desk.casesOf("status=open")
    expect(found).toMatchObject({
      reason: "amount_mismatch",
      detail: "underpaid",
      expected: { amount: "79.90" },
      actual: { amount: "60.00" },
      amount_at_risk: "19.90",
      order_id: orderId,
      voucher_id: voucherId,
    })

    const again = await desk.reconcile()
    expect(again.counts).toEqual({ amount_mismatch: 1 })
    expect(again.changes.since_last_run).toEqual([])

    const rest = reportOf(`,${cip},settled,19.90,PEN`)
    expect((await uploadReport(desk.admin, "rest.csv", rest)).status).toBe(201)
    const healed = await desk.reconcile()
    expect(healed.counts).toEqual({})
    expect(healed.changes.since_last_run).toEqual([
      { reason: "amount_mismatch", open: -1, atRisk: { pen: "-19.90" } },
    ])
    const [whole] = await desk.casesOf(`voucher_id=${voucherId}`)
    expect(whole).toMatchObject({ status: "resolved", resolution: "healed" })
  })

  it("captures a payment whose notice was lost, and records it", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    await desk.paySilently(voucher.cip)
    await desk.uploadSettlement(voucher.cip)
    expect((await shop.shopper.order(order.id)).payment_status).toBe("awaiting")
    const run = await desk.reconcile()
    expect(run.counts).toEqual({ missing_capture: 1 })
    expect(run.changes.captured).toBe(1)
    expect((await shop.shopper.order(order.id)).payment_status).toBe("captured")
    expect(await desk.casesOf(`voucher_id=${voucher.id}`)).toEqual([
      expect.objectContaining({
        reason: "missing_capture",
        status: "resolved",
        resolution: "healed",
        amount_at_risk: "79.90",
        actual: { captured_amount: "0.00", gateway_status: "waiting" },
      }),
    ])
    expect((await desk.reconcile()).counts).toEqual({})
  })

  it("captures nothing on a report's word alone", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    const claimed = reportOf(`,${voucher.cip},settled,79.90,PEN`)
    await uploadReport(desk.admin, "claimed.csv", claimed)
    const run = await desk.reconcile()
    expect(run.counts).toEqual({ missing_capture: 1 })
    expect((await shop.shopper.order(order.id)).payment_status).toBe("awaiting")
    const [open] = await desk.casesOf("status=open")
    expect(open).toMatchObject({
      reason: "missing_capture",
      detail: "gateway_unconfirmed",
      voucher_id: voucher.id,
    })

    await desk.paySilently(voucher.cip)
    await desk.reconcile()
    expect((await shop.shopper.order(order.id)).payment_status).toBe("captured")
    const [closed] = await desk.casesOf(`voucher_id=${voucher.id}`)
    expect(closed).toMatchObject({ status: "resolved", resolution: "healed" })
  })

  it("finds a code that the store has lost by the report that names it", async () => {
    const { id: cartId } = await shop.shopper.fillCart()
    const { body } = await shop.shopper.choosePagoEfectivo(cartId)
    const session = body.payment_collection.payment_sessions[0]!
    await shop.sandbox.behave({ faults: { create: { kind: "drop", committed: true, times: 1 } } })
    expect((await shop.shopper.complete(cartId)).body.type).toBe("cart")
    const lost = shop.sandbox.vouchersOf(session.id)[0]!
    await desk.paySilently(lost.cip)
    const known = () =>
      shop.database.query<{ id: string; order_id: string | null }>(
        "SELECT id, order_id FROM pagoefectivo_voucher WHERE cip = $1",
        [lost.cip],
      )
    expect(await known()).toEqual([])

    await desk.uploadSettlement(lost.cip)
    const run = await desk.reconcile()
    expect([run.counts, run.changes.captured]).toEqual([{}, 1])
    const [found] = await known()
    expect(found?.order_id).toMatch(/^order_/)
    expect((await shop.shopper.order(found!.order_id!)).payment_status).toBe("captured")
    expect(await desk.casesOf(`voucher_id=${found!.id}`)).toEqual([
      expect.objectContaining({ reason: "orphan_payment", resolution: "healed" }),
    ])
    expect(await desk.casesOf("status=open")).toEqual([])
  })

  it("leaves what a person has decided alone, until the facts change", async () => {
    const reference = "FOREIGN-7"
    const line = (amount: string) =>
      [
        "external_reference,payment_id,status,amount,currency,date_created,date_credited",
        `${reference},999,settled,${amount},PEN,2026-10-07T12:00:00,2026-10-08T12:00:00`,
        "",
      ].join("\n")
    await uploadReport(desk.admin, "foreign.csv", line("12.00"))
    expect((await desk.reconcile()).counts).toEqual({ unknown_reference: 1 })
    const [open] = await desk.casesOf("status=open")
    await desk.admin.must(`/admin/pagoefectivo/cases/${open!.id}/resolve`, {
      body: { action: "dismiss", note: "From the old shop" },
    })
    expect((await desk.reconcile()).counts).toEqual({})
    expect(await desk.casesOf("status=open")).toEqual([])
  })

  it("takes a person's word for whose a line is, if that exists", async () => {
    const { order } = await shop.shopper.placeOrder()
    const line = `external_reference,payment_id,status,amount,currency,date_created,date_credited
FOREIGN-8,998,settled,12.00,PEN,2026-10-07T12:00:00,2026-10-08T12:00:00\n`
    await uploadReport(desk.admin, "whose.csv", line)
    await desk.reconcile()
    const [open] = await desk.casesOf("status=open")
    const { case: detail } = await desk.admin.must<{ case: { line: object } }>(
      `/admin/pagoefectivo/cases/${open!.id}`,
    )
    expect(detail.line).toMatchObject({ filename: "whose.csv", line_number: 2 })
    const link = (body: object) =>
      desk.admin.call<{ message: string; case: Case }>(
        `/admin/pagoefectivo/cases/${open!.id}/resolve`,
        {
          body: { action: "link", ...body },
        },
      )
    expect((await link({})).body.message).toMatch(/needs an order or a voucher/)
    expect((await link({ order_id: "order_NONE" })).status).toBe(404)
    expect((await link({ voucher_id: "pevou_NONE" })).status).toBe(404)
    expect((await link({ order_id: order.id })).body.case).toMatchObject({
      status: "resolved",
      order_id: order.id,
    })
    expect((await desk.reconcile()).counts).toEqual({})
  })

  it("of a period looks at its payments only", async () => {
    const run = await desk.reconcile({ from: "2020-01-01", to: "2020-01-31" })
    expect(run).toMatchObject({ status: "completed", vouchers_count: 0, counts: {} })
  })

  it.each([
    [{ from: "2026-02-31", to: "2026-03-01" }, /2026-10-12/],
    [{ from: "2026-03-02", to: "2026-03-01" }, /must not be after/],
    [{ from: "2026-03-02" }, /both "from" and "to"/],
  ])("refuses a period that does not exist: %j", async (body, message) => {
    const answer = await desk.admin.call<{ type: string; message: string }>(
      "/admin/pagoefectivo/reconciliations",
      { body },
    )
    expect(answer.status).toBe(400)
    expect(answer.body.message).toMatch(message)
  })

  it("that died in the middle is started over, with the same result", async () => {
    const before = await desk.reconcile()
    await shop.database.query(
      `INSERT INTO pagoefectivo_reconciliation
         (id, status, trigger, actor, started_at, heartbeat_at, phase, progress)
       VALUES ('perec_DIED', 'running', 'manual', 'system', now() - interval '1 hour',
               now() - interval '1 hour', 'vouchers', 0.5)`,
    )
    await shop.database.query(
      `INSERT INTO pagoefectivo_reconciliation_scope VALUES ('perec_DIED', 'pevou_GONE')`,
    )
    await desk.reconcile()
    const { reconciliation } = await desk.admin.must<{ reconciliation: Run }>(
      "/admin/pagoefectivo/reconciliations/perec_DIED",
    )
    expect(reconciliation).toMatchObject({ status: "completed", counts: before.counts })
    expect(await shop.database.query("SELECT * FROM pagoefectivo_reconciliation_scope")).toEqual([])
  })

  it("waits while another one is at work, and two requests of one scope are one run", async () => {
    await shop.database.query(
      `INSERT INTO pagoefectivo_reconciliation
         (id, status, trigger, actor, started_at, heartbeat_at)
       VALUES ('perec_ALIVE', 'running', 'manual', 'system', now(), now())`,
    )
    const request = () =>
      desk.admin.must<{ reconciliation: Run }>("/admin/pagoefectivo/reconciliations", { body: {} })
    const [one, two] = [await request(), await request()]
    expect(two.reconciliation.id).toBe(one.reconciliation.id)
    expect(two.reconciliation.status).toBe("pending")
    await shop.database.query(
      "UPDATE pagoefectivo_reconciliation SET status = 'failed' WHERE id = 'perec_ALIVE'",
    )
    await shop.store.runJob("settlement-night")
    await eventually(
      () =>
        desk.admin.must<{ reconciliation: Run }>(
          `/admin/pagoefectivo/reconciliations/${one.reconciliation.id}`,
        ),
      ({ reconciliation }) => reconciliation.status === "completed",
      { what: "the run that had waited" },
    )
  })
})
