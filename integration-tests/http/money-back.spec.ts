import type { Admin } from "../support/admin"
import { booksOf } from "../support/books"
import { BOOT_TIMEOUT_MS, bootSharedShop, type SharedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { DIRECT, GATEWAYS, MERCADO_PAGO, type GatewayProfile } from "../support/gateways"
import { placePaidOrder } from "../support/paid-order"
import { sessionOf, type Order, type Shopper, type Voucher } from "../support/shopper"

const ADMINS_AT_ONCE = 6

let shop: SharedShop
let admin: Admin
/** A guest of the gateway that the tests are about. */
let shopper: Shopper

beforeAll(async () => {
  shop = await bootSharedShop()
  admin = shop.admin
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

const paidOrder = () => placePaidOrder(shop, shopper)

interface RefundAnswer {
  payment: {
    refunds: { amount: number }[]
    data: { refunds?: { method: string; total: string; note?: string } }
  }
  message: string
}

function refund(paymentId: string, amount: number) {
  return admin.call<RefundAnswer>(`/admin/payments/${paymentId}/refund?fields=id,data,*refunds`, {
    body: { amount },
  })
}

function recordedRefunds(voucher: Voucher) {
  return shop.database.query(
    "SELECT amount_centimos, currency_code, status FROM pagoefectivo_refund WHERE voucher_id = $1 ORDER BY created_at",
    [voucher.id],
  )
}

function guestOf(gateway: GatewayProfile): void {
  beforeAll(() => {
    shopper = shop.shopperOf(gateway)
  })
}

describe.each(GATEWAYS)("a refund through $name", (gateway) => {
  guestOf(gateway)

  it("is made or recorded in parts, and never above what was paid", async () => {
    const { voucher, paymentId } = await paidOrder()
    const first = await refund(paymentId, 30)
    expect(first.status).toBe(200)
    expect(first.body.payment.data.refunds).toMatchObject({
      method: gateway.refunds.method,
      total: "30.00",
      ...(gateway.refunds.method === "bank_transfer" && {
        note: expect.stringContaining("no refund call"),
      }),
    })
    const second = await refund(paymentId, 20.5)
    expect(second.body.payment.data.refunds?.total).toBe("50.50")
    expect(await recordedRefunds(voucher)).toEqual([
      { amount_centimos: 3000, currency_code: "pen", status: gateway.refunds.recordedAs },
      { amount_centimos: 2050, currency_code: "pen", status: gateway.refunds.recordedAs },
    ])

    const tooMuch = await refund(paymentId, 29.41)
    expect(tooMuch.status).toBe(400)
    expect(await recordedRefunds(voucher)).toHaveLength(2)

    const rest = await refund(paymentId, 29.4)
    expect(rest.body.payment.data.refunds?.total).toBe("79.90")
    expect(await recordedRefunds(voucher)).toHaveLength(3)
  })

  it("of the same amount twice is two refunds", async () => {
    const { voucher, paymentId } = await paidOrder()
    await refund(paymentId, 10)
    await refund(paymentId, 10)
    expect(await recordedRefunds(voucher)).toHaveLength(2)
  })

  it("is never above what was paid when many are asked for at once", async () => {
    const { voucher, paymentId } = await paidOrder()
    await Promise.all(Array.from({ length: 5 }, () => refund(paymentId, 30)))
    const recorded = await recordedRefunds(voucher)
    const total = recorded.reduce((sum, row) => sum + Number(row.amount_centimos), 0)
    expect(total).toBeLessThanOrEqual(7990)
    expect(recorded.length).toBeGreaterThan(0)
  })
})

describe.each(GATEWAYS)("a canceled order through $name", (gateway) => {
  guestOf(gateway)

  it("has its code voided at the gateway", async () => {
    const { voucher, order } = await shopper.placeOrder()
    const { status } = await admin.call(`/admin/orders/${order.id}/cancel`, { method: "POST" })
    expect(status).toBe(200)
    await eventually(
      async () => shop.sandbox.voucher(voucher.cip)?.status,
      (found) => found === "deleted",
      { what: `the voided code ${voucher.cip}` },
    )
    const [row] = await eventually(
      () =>
        shop.database.query<{ status: string; closing_reason: string | null }>(
          "SELECT status, closing_reason FROM pagoefectivo_voucher WHERE id = $1",
          [voucher.id],
        ),
      ([found]) => found?.status === "voided" && found.closing_reason === null,
      { what: "the voided voucher" },
    )
    expect(row?.status).toBe("voided")
  })

  it("keeps the money of a paid code: a cancellation refunds it", async () => {
    const { voucher, order } = await paidOrder()
    const { status } = await admin.call(`/admin/orders/${order.id}/cancel`, { method: "POST" })
    expect(status).toBe(200)
    expect(await recordedRefunds(voucher)).toEqual([
      { amount_centimos: 7990, currency_code: "pen", status: gateway.refunds.recordedAs },
    ])
    expect(shop.sandbox.voucher(voucher.cip)?.status).toBe("paid")
  })

  it.each(["is paid", "is being paid"])(
    "by several admins at once while it %s has its stock back within a minute, and no money twice",
    async (when) => {
      const { voucher, order } = when === "is paid" ? await paidOrder() : await shopper.placeOrder()
      const paying = when === "is paid" ? undefined : shop.sandbox.pay(voucher.cip)
      const cancel = () => admin.call(`/admin/orders/${order.id}/cancel`, { method: "POST" })
      await Promise.all([paying, ...Array.from({ length: ADMINS_AT_ONCE }, cancel)])
      await eventually(
        () => shopper.order(order.id),
        ({ status }) => status === "canceled",
        { what: "the cancelled order" },
      )
      await shop.store.runJob("expire-vouchers")
      const held = await shop.database.query(
        `SELECT 1 FROM reservation_item r JOIN order_item i ON i.item_id = r.line_item_id
          WHERE i.order_id = $1 AND r.deleted_at IS NULL`,
        [order.id],
      )
      expect(held).toEqual([])
      expect((await recordedRefunds(voucher)).length).toBeLessThanOrEqual(1)
    },
  )
})

describe.each(GATEWAYS)(
  "a booking through $name that the process did not live to end",
  (gateway) => {
    guestOf(gateway)

    /** What of the platform's own rows was not yet written: a death at that line leaves just this. */
    const DEATHS = [
      { after: "the order's books", lost: [] },
      { after: "the platform's capture", lost: ["order_transaction"] },
      { after: "the capture's row", lost: ["order_transaction", "payment.captured_at"] },
    ] as const
    type Lost = (typeof DEATHS)[number]["lost"][number]

    async function halfBooked(lost: readonly Lost[]) {
      const { order, voucher } = await shopper.placeOrder()
      // Without a notice: the platform's own hook would come a few seconds later, and book once more.
      await shop.sandbox.pay(voucher.cip, { notice: "none" })
      await eventually(
        () => admin.call(`/admin/pagoefectivo/vouchers/${voucher.id}/check`, { method: "POST" }),
        ({ status }) => status === 200,
        { what: `the look at code ${voucher.cip}` },
      )
      const [payment] = await shop.database.query<{ id: string }>(
        "SELECT id FROM payment WHERE payment_session_id = $1",
        [sessionOf(order).id],
      )
      const paymentId = payment!.id
      const { database } = shop
      if (lost.includes("order_transaction")) {
        await database.query("DELETE FROM order_transaction WHERE order_id = $1", [order.id])
        await database.query(
          `UPDATE order_summary SET totals = totals || jsonb_build_object(
           'paid_total', 0, 'raw_paid_total', jsonb_build_object('value', '0', 'precision', 20),
           'transaction_total', 0, 'raw_transaction_total', jsonb_build_object('value', '0', 'precision', 20),
           'pending_difference', totals->'current_order_total',
           'raw_pending_difference', totals->'raw_current_order_total') WHERE order_id = $1`,
          [order.id],
        )
      }
      if (lost.includes("payment.captured_at")) {
        await database.query("UPDATE payment SET captured_at = NULL WHERE id = $1", [paymentId])
      }
      await database.query("UPDATE pagoefectivo_voucher SET captured_at = NULL WHERE id = $1", [
        voucher.id,
      ])
      return { order, voucher }
    }

    async function nextLook({ id }: Voucher) {
      await shop.database.query(
        "UPDATE pagoefectivo_voucher SET next_check_at = now() WHERE id = $1",
        [id],
      )
      await shop.store.runJob("poll-vouchers")
      const [known] = await shop.database.query<{ status: string; is_captured: boolean }>(
        `SELECT status, captured_at IS NOT NULL AS is_captured FROM pagoefectivo_voucher WHERE id = $1`,
        [id],
      )
      const cases = await shop.database.query(
        "SELECT reason FROM pagoefectivo_case WHERE voucher_id = $1 AND status = 'open'",
        [id],
      )
      return { ...known, cases }
    }

    it.each(DEATHS)("is ended at the next look: after $after", async ({ lost }) => {
      const { order, voucher } = await halfBooked(lost)
      expect(await nextLook(voucher)).toEqual({ status: "paid", is_captured: true, cases: [] })
      expect(await booksOf(shop.database, order.id)).toEqual({
        payments: 1,
        captures: 1,
        transactions: 1,
      })
      expect(await amountsOf(order)).toEqual({ paid: 79.9, refunded: 0 })
    })

    it.each(DEATHS)(
      "is ended at the next look although the order was cancelled: after $after",
      async ({ lost }) => {
        const { order, voucher } = await halfBooked(lost)
        await admin.must(`/admin/orders/${order.id}/cancel`, { method: "POST" })
        expect(await nextLook(voucher)).toEqual({ status: "paid", is_captured: true, cases: [] })
        expect(await booksOf(shop.database, order.id)).toEqual({
          payments: 1,
          captures: 1,
          transactions: 2,
        })
        expect(await amountsOf(order)).toEqual({ paid: 79.9, refunded: 79.9 })
      },
    )

    /** "Check status" and a notice at the same moment: both look, then both book. */
    async function bookTwice({ id }: Order, sums: "both in the sums" | "one overwrote the other") {
      await shop.database.query(
        `INSERT INTO order_transaction (id, order_id, version, amount, raw_amount, currency_code, reference, reference_id)
         SELECT id || 'Z', order_id, version, amount, raw_amount, currency_code, reference, reference_id
         FROM order_transaction WHERE order_id = $1`,
        [id],
      )
      if (sums === "one overwrote the other") return
      const twice = (field: string) =>
        `'${field}', 159.8, 'raw_${field}', jsonb_build_object('value', '159.8', 'precision', 20)`
      await shop.database.query(
        `UPDATE order_summary SET totals = totals || jsonb_build_object(
           ${twice("paid_total")}, ${twice("transaction_total")},
           'pending_difference', -79.9,
           'raw_pending_difference', jsonb_build_object('value', '-79.9', 'precision', 20))
         WHERE order_id = $1`,
        [id],
      )
    }

    describe.each(["both in the sums", "one overwrote the other"] as const)("%s", (sums) => {
      async function expectOneEntry({ id }: Order) {
        expect(await booksOf(shop.database, id)).toMatchObject({ transactions: 1 })
        const { order } = await admin.must<{
          order: { summary: { paid_total: number; pending_difference: number } }
        }>(`/admin/orders/${id}?fields=summary`)
        expect(order.summary).toMatchObject({ paid_total: 79.9, pending_difference: 0 })
      }

      it("one capture keeps one entry in the order's books when it is booked", async () => {
        const { order, voucher } = await halfBooked([])
        await bookTwice(order, sums)
        expect(await nextLook(voucher)).toEqual({ status: "paid", is_captured: true, cases: [] })
        await expectOneEntry(order)
      })

      it("one capture keeps one entry although the second came after its booking", async () => {
        const { order, voucher } = await halfBooked([])
        await nextLook(voucher)
        await bookTwice(order, sums)
        await shop.store.runJob("expire-vouchers")
        await expectOneEntry(order)
      })
    })

    async function amountsOf({ id }: Order) {
      const { order } = await admin.must<{
        order: { payment_collections: { captured_amount: number; refunded_amount: number }[] }
      }>(`/admin/orders/${id}?fields=*payment_collections`)
      const [collection] = order.payment_collections
      return { paid: collection?.captured_amount, refunded: collection?.refunded_amount ?? 0 }
    }
  },
)

interface ListedRefund {
  id: string
  cip: string
  order_id: string
  amount: string
  status: string
  reference: string | null
  transferred_at: string | null
  recorded_by: string | null
}

async function refundsOf({ cip }: Voucher, filter = ""): Promise<ListedRefund[]> {
  const { refunds } = await admin.must<{ refunds: ListedRefund[] }>(
    `/admin/pagoefectivo/refunds?q=${cip}&order=created_at${filter}`,
  )
  return refunds
}

function recordTransfer({ id }: ListedRefund, body: { date: string; reference: string }) {
  return admin.call<{ refund: ListedRefund; message: string }>(
    `/admin/pagoefectivo/refunds/${id}/transferred`,
    { body },
  )
}

describe("a refund that a person has to transfer", () => {
  guestOf(DIRECT)

  const figure = async () => {
    const { summary } = await admin.must<{
      summary: { to_transfer: { currency_code: string; count: number; amount: string }[] }
    }>("/admin/pagoefectivo/summary")
    const { count = 0, amount = "0" } =
      summary.to_transfer.find(({ currency_code }) => currency_code === "pen") ?? {}
    return { count, centimos: Math.round(Number(amount) * 100) }
  }

  it("is a figure and in a list until it was made, and then told as made", async () => {
    const { voucher, order, paymentId } = await paidOrder()
    const before = await figure()
    await refund(paymentId, 30)
    await refund(paymentId, 20.5)
    const [first, second] = await refundsOf(voucher, "&status=to_transfer")
    expect([first, second]).toMatchObject([
      { cip: voucher.cip, order_id: order.id, amount: "30.00", reference: null },
      { amount: "20.50", transferred_at: null },
    ])
    expect(await figure()).toEqual({
      count: before.count + 2,
      centimos: before.centimos + 50_50,
    })

    const today = new Date().toISOString()
    const made = await recordTransfer(first!, { date: today, reference: "0042-77" })
    expect([made.status, made.body.refund]).toEqual([
      200,
      expect.objectContaining({
        status: "transferred",
        reference: "0042-77",
        transferred_at: today,
        recorded_by: expect.stringMatching(/^user_/),
      }),
    ])
    expect(await refundsOf(voucher, "&status=to_transfer")).toEqual([second])
    expect(await refundsOf(voucher, "&status=transferred")).toMatchObject([{ id: first!.id }])
    expect((await figure()).centimos).toBe(before.centimos + 20_50)

    const { voucher: told } = await admin.must<{
      voucher: { refunds: object[]; events: { kind: string; actor: string; data: object }[] }
    }>(`/admin/pagoefectivo/vouchers/${voucher.id}`)
    expect(told.refunds).toMatchObject([
      { status: "transferred", reference: "0042-77" },
      { status: "to_transfer" },
    ])
    expect(told.events.at(-1)).toMatchObject({
      kind: expect.stringMatching(/^(refund_transferred|email_refunded)$/),
    })
    expect(told.events.find(({ kind }) => kind === "refund_transferred")).toMatchObject({
      actor: made.body.refund.recorded_by,
      data: { amount: "30.00", reference: "0042-77" },
    })
  })

  it("is recorded once, however often and at once it is said, and never under a second number", async () => {
    const { voucher, paymentId } = await paidOrder()
    await refund(paymentId, 30)
    const [owed] = await refundsOf(voucher)
    const body = { date: new Date().toISOString(), reference: "0042-78" }
    const answers = await Promise.all([1, 2, 3].map(() => recordTransfer(owed!, body)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const lines = await shop.database.query(
      "SELECT id FROM pagoefectivo_voucher_event WHERE voucher_id = $1 AND kind = 'refund_transferred'",
      [voucher.id],
    )
    expect(lines).toHaveLength(1)
    const other = await recordTransfer(owed!, { ...body, reference: "0042-79" })
    expect([other.status, other.body.message]).toEqual([
      400,
      expect.stringMatching(/transferred already .*reference 0042-78/),
    ])
  })

  it("takes no day before the payment, none in the future, and no empty number", async () => {
    const { voucher, paymentId } = await paidOrder()
    await refund(paymentId, 30)
    const [owed] = await refundsOf(voucher)
    const now = new Date().toISOString()
    const nextYear = now.replace(/^\d{4}/, (year) => String(Number(year) + 1))
    for (const body of [
      { date: "2020-01-01", reference: "1" },
      { date: nextYear, reference: "1" },
      { date: now, reference: "  " },
      { date: "yesterday", reference: "1" },
    ]) {
      expect([body, (await recordTransfer(owed!, body)).status]).toEqual([body, 400])
    }
    expect(await refundsOf(voucher)).toEqual([owed])
    expect(
      (await recordTransfer({ ...owed!, id: "peref_none" }, { date: now, reference: "1" })).status,
    ).toBe(404)
  })

  it("is none where the gateway gives back by itself", async () => {
    const paid = await (async () => {
      shopper = shop.shopperOf(MERCADO_PAGO)
      return paidOrder()
    })()
    await refund(paid.paymentId, 30)
    const [made] = await refundsOf(paid.voucher)
    expect(made).toMatchObject({ status: "approved", amount: "30.00" })
    const body = { date: new Date().toISOString(), reference: "1" }
    expect(await recordTransfer(made!, body)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining("it is approved") },
    })
  })
})

describe("a refund that Mercado Pago does not simply make", () => {
  guestOf(MERCADO_PAGO)

  const usual = { partialRefunds: true, refundWindowDays: 90, refundStatus: "approved" } as const
  afterEach(() => shop.sandbox.behave({ mercadoPago: usual }))

  const statuses = async (voucher: Voucher) =>
    (await recordedRefunds(voucher)).map((row) => (row as { status: string }).status)

  it("of a part, where only the whole can go back (3024), is refused and says what to do", async () => {
    const { voucher, paymentId } = await paidOrder()
    await shop.sandbox.behave({ mercadoPago: { partialRefunds: false } })
    const part = await refund(paymentId, 10)
    expect(part.status).toBe(400)
    expect(part.body.message).toMatch(/only as a whole.*bank transfer.*\[refund_not_supported\]/)
    expect(await statuses(voucher)).toEqual(["rejected"])
    expect((await refund(paymentId, 79.9)).status).toBe(200)
    expect(await statuses(voucher)).toEqual(["rejected", "approved"])
  })

  it("after its time is refused and says what to do", async () => {
    const { voucher, paymentId } = await paidOrder()
    await shop.sandbox.behave({ mercadoPago: { refundWindowDays: 0 } })
    const late = await refund(paymentId, 79.9)
    expect(late.status).toBe(400)
    expect(late.body.message).toMatch(/too old .*bank transfer/)
    expect(await statuses(voucher)).toEqual(["rejected"])
  })

  it("is in process until Mercado Pago has made it, and counts as given back meanwhile", async () => {
    const { voucher, paymentId } = await paidOrder()
    await shop.sandbox.behave({ mercadoPago: { refundStatus: "in_process" } })
    expect((await refund(paymentId, 50)).status).toBe(200)
    expect(await statuses(voucher)).toEqual(["in_process"])
    expect((await refund(paymentId, 50)).status).toBe(400)
    await admin.must(`/admin/pagoefectivo/vouchers/${voucher.id}/check`, { method: "POST" })
    expect(await statuses(voucher)).toEqual(["in_process"])

    await shop.sandbox.finishRefunds(voucher.cip)
    await eventually(
      () => statuses(voucher),
      ([status]) => status === "approved",
      { what: "the refund that Mercado Pago has made" },
    )
  })
})
