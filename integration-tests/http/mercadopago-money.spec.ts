import type { SandboxOperation } from "../../src/sandbox"
import { BOOT_TIMEOUT_MS, bootSharedShop, type SharedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { DIRECT, MERCADO_PAGO } from "../support/gateways"
import { placePaidOrder, type PaidOrder } from "../support/paid-order"
import { SettlementDesk } from "../support/settlement-desk"
import type { Voucher } from "../support/shopper"

let shop: SharedShop
let desk: SettlementDesk

beforeAll(async () => {
  shop = await bootSharedShop()
  desk = await SettlementDesk.open(shop)
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

const paidOrder = () => placePaidOrder(shop, shop.shopperOf(MERCADO_PAGO))

interface RefundAnswer {
  payment: { refunds: { amount: number }[] }
  message: string
}

function refund({ paymentId }: PaidOrder, amount: number) {
  return shop.admin.call<RefundAnswer>(
    `/admin/payments/${paymentId}/refund?fields=id,data,*refunds`,
    { body: { amount } },
  )
}

/** What Mercado Pago has given back of a code, part by part. */
async function givenBack({ cip }: Voucher): Promise<string[]> {
  const { mercadoPagoUrl, mercadoPagoCredentials } = shop.sandbox
  const { paymentId } = shop.sandbox.voucher(cip)!
  const answer = await fetch(`${mercadoPagoUrl}/v1/payments/${paymentId}`, {
    headers: { authorization: `Bearer ${mercadoPagoCredentials.accessToken}` },
  })
  const { refunds } = (await answer.json()) as { refunds: { amount: number }[] }
  return refunds.map(({ amount }) => amount.toFixed(2))
}

async function recorded({ id }: Voucher): Promise<string[]> {
  const rows = await shop.database.query<{ amount_centimos: number; status: string }>(
    `SELECT amount_centimos, status FROM pagoefectivo_refund
      WHERE voucher_id = $1 AND deleted_at IS NULL ORDER BY created_at`,
    [id],
  )
  return rows.map(({ amount_centimos, status }) => `${amount_centimos / 100} ${status}`)
}

/** `reason/detail status amount`, by reason. */
async function casesOf({ id }: Voucher): Promise<string[]> {
  const rows = await shop.database.query<Record<string, string | number>>(
    `SELECT reason, coalesce(detail, '-') AS detail, status, amount_at_risk_centimos AS risk
       FROM pagoefectivo_case WHERE voucher_id = $1 ORDER BY reason`,
    [id],
  )
  return rows.map(({ reason, detail, status, risk }) => `${reason}/${detail} ${status} ${risk}`)
}

function expectCases(voucher: Voucher, expected: string[]): Promise<string[]> {
  return eventually(
    () => casesOf(voucher),
    (found) => JSON.stringify(found) === JSON.stringify(expected),
    { what: `the cases ${expected.join(", ")}` },
  )
}

function check({ id }: Voucher) {
  return shop.admin.must(`/admin/pagoefectivo/vouchers/${id}/check`, { method: "POST" })
}

describe("a refund whose answers are lost", () => {
  const broken = { kind: "drop" } as const
  const made = { kind: "drop", committed: true } as const
  const fail = (faults: Partial<Record<SandboxOperation, typeof broken | typeof made>>) =>
    shop.sandbox.behave({
      noticesSuppressed: true,
      mercadoPago: { repeatedRefundKey: "same" },
      faults: { mp_refund: null, mp_refunds: null, ...faults },
    })
  afterEach(async () => {
    await fail({})
    await shop.sandbox.behave({ noticesSuppressed: false })
  })

  it("is found in Mercado Pago's list at once", async () => {
    const paid = await paidOrder()
    await fail({ mp_refund: made })
    const { status, body } = await refund(paid, 30)
    expect(status).toBe(200)
    expect(body.payment.refunds.map(({ amount }) => amount)).toEqual([30])
    expect(await givenBack(paid.voucher)).toEqual(["30.00"])
  })

  it.each([
    ["was made", made],
    ["was not made", broken],
  ])("and %s is one refund when a person repeats it", async (_, fault) => {
    const paid = await paidOrder()
    await fail({ mp_refund: fault, mp_refunds: broken })
    const lost = await refund(paid, 30)
    expect(lost.status).toBe(422)
    expect(lost.body.message).toContain("Ask for the same amount again: it stays one refund")
    expect(await recorded(paid.voucher)).toEqual(["30 in_process"])

    await fail({})
    const other = await refund(paid, 10)
    if (fault === broken) {
      expect(other.body.message).toMatch(/An earlier refund of 30.00 is still without an answer/)
    } else {
      expect(other.status).toBe(200)
    }
    const again = await refund(paid, 30)
    expect(again.status).toBe(200)
    const rest = fault === broken ? [] : ["10.00"]
    expect(await givenBack(paid.voucher)).toEqual(["30.00", ...rest])
    expect(again.body.payment.refunds.map(({ amount }) => amount.toFixed(2)).sort()).toEqual(
      [...rest, "30.00"].sort(),
    )
  })

  it("and then not found under its key (2032), is open until the list can be had", async () => {
    const paid = await paidOrder()
    await fail({ mp_refund: made, mp_refunds: broken })
    await refund(paid, 30)
    await shop.sandbox.behave({
      faults: { mp_refund: null },
      mercadoPago: { repeatedRefundKey: "used" },
    })
    expect((await refund(paid, 30)).status).toBe(422)
    expect(await recorded(paid.voucher)).toEqual(["30 in_process"])
    await shop.sandbox.behave({ faults: { mp_refunds: null } })
    expect((await refund(paid, 30)).status).toBe(200)
    expect(await givenBack(paid.voucher)).toEqual(["30.00"])
    expect(await recorded(paid.voucher)).toEqual(["30 approved"])
  })

  it("and told by a notice, is one refund when a person repeats it, and a case until then", async () => {
    const paid = await paidOrder()
    await fail({ mp_refund: made, mp_refunds: broken })
    expect((await refund(paid, 30)).status).toBe(422)
    await fail({})
    await check(paid.voucher)
    expect(await recorded(paid.voucher)).toEqual(["30 approved"])
    await expectCases(paid.voucher, ["refund_unexpected/- open 3000"])
    expect((await refund(paid, 30)).status).toBe(200)
    expect(await givenBack(paid.voucher)).toEqual(["30.00"])
    await check(paid.voucher)
    await expectCases(paid.voucher, ["refund_unexpected/- resolved 3000"])
  })

  it("becomes part of the whole when all is given back then", async () => {
    const paid = await paidOrder()
    await fail({ mp_refund: made, mp_refunds: broken })
    await refund(paid, 30)
    await fail({})
    expect((await refund(paid, 79.9)).status).toBe(200)
    expect(await givenBack(paid.voucher)).toEqual(["30.00", "49.90"])
    expect(await recorded(paid.voucher)).toEqual(["79.9 approved"])
  })
})

describe("money given back in Mercado Pago's panel", () => {
  it("is a case with the notice; the whole refund then asks for what is left", async () => {
    const paid = await paidOrder()
    await shop.sandbox.refundInPanel(paid.voucher.cip, "30.00")
    await expectCases(paid.voucher, ["refund_unexpected/- open 3000"])
    await desk.reconcile()
    expect(await casesOf(paid.voucher)).toEqual(["refund_unexpected/- open 3000"])

    const { status, body } = await refund(paid, 79.9)
    expect(status).toBe(200)
    expect(body.payment.refunds.map(({ amount }) => amount)).toEqual([79.9])
    expect(await givenBack(paid.voucher)).toEqual(["30.00", "49.90"])
    await expectCases(paid.voucher, ["refund_unexpected/- resolved 3000"])
  })

  it("as a whole is booked by the next whole refund, and nothing is asked for", async () => {
    const paid = await paidOrder()
    await shop.sandbox.refundInPanel(paid.voucher.cip)
    await expectCases(paid.voucher, ["refund_unexpected/- open 7990"])
    expect((await refund(paid, 79.9)).status).toBe(200)
    expect(await givenBack(paid.voucher)).toEqual(["79.90"])
    await check(paid.voucher)
    await expectCases(paid.voucher, ["refund_unexpected/- resolved 7990"])
  })

  it("beside a refund of the store's is a difference", async () => {
    const paid = await paidOrder()
    await refund(paid, 10)
    await shop.sandbox.refundInPanel(paid.voucher.cip, "5.00")
    await expectCases(paid.voucher, ["refund_mismatch/excess open 500"])
  })
})

describe("a dispute", () => {
  it("holds the money at once; lost it is reversed, and won it is paid again", async () => {
    const { voucher, order } = await paidOrder()
    const shopper = shop.shopperOf(MERCADO_PAGO)
    await shop.sandbox.dispute(voucher.cip, "in_mediation")
    await expectCases(voucher, ["held/gateway open 7990"])
    await desk.reconcile()
    expect(await casesOf(voucher)).toEqual(["held/gateway open 7990"])

    await shop.sandbox.dispute(voucher.cip, "lost")
    await expectCases(voucher, ["held/gateway resolved 7990", "reversed/- open 7990"])
    await shop.sandbox.dispute(voucher.cip, "won")
    await expectCases(voucher, ["held/gateway resolved 7990", "reversed/- resolved 7990"])
    const [row] = await shop.database.query<{ status: string; reversed_at: unknown }>(
      "SELECT status, reversed_at FROM pagoefectivo_voucher WHERE id = $1",
      [voucher.id],
    )
    expect(row).toEqual({ status: "paid", reversed_at: null })
    expect((await shopper.order(order.id)).payment_status).toBe("captured")
  })

  it("that was won is found although its notice got lost", async () => {
    const { voucher } = await paidOrder()
    await shop.sandbox.dispute(voucher.cip, "lost")
    await expectCases(voucher, ["reversed/- open 7990"])
    await shop.sandbox.behave({ noticesHeld: true })
    await shop.sandbox.dispute(voucher.cip, "won")
    await shop.database.query(
      `UPDATE pagoefectivo_voucher SET next_check_at = now()
        WHERE id = $1 AND next_check_at IS NOT NULL`,
      [voucher.id],
    )
    await shop.store.runJob("poll-vouchers")
    expect(await casesOf(voucher)).toEqual(["reversed/- resolved 7990"])
    await shop.sandbox.behave({ noticesHeld: false })
    await shop.sandbox.releaseNotices()
  })
})

describe("a payment that went back before the store saw it", () => {
  it("while the code could be paid, was reversed: it is not said to have come too late", async () => {
    const { voucher } = await shop.shopperOf(DIRECT).placeOrder()
    await shop.sandbox.pay(voucher.cip, { notice: "none" })
    await shop.sandbox.reverse(voucher.cip)
    await check(voucher)
    expect(await casesOf(voucher)).toEqual(["reversed/- open 0"])
  })

  it("for a voided code has nothing at risk, whoever sees it", async () => {
    const { voucher, order } = await shop.shopperOf(MERCADO_PAGO).placeOrder()
    await shop.admin.must(`/admin/orders/${order.id}/cancel`, { method: "POST" })
    await eventually(
      async () => shop.sandbox.voucher(voucher.cip)?.status,
      (status) => status === "deleted",
      { what: "the voided code" },
    )
    await shop.sandbox.pay(voucher.cip, { force: true })
    await expectCases(voucher, ["reversed/returned_to_payer open 0"])
    await desk.reconcile()
    expect(await casesOf(voucher)).toEqual(["reversed/returned_to_payer open 0"])
  })
})
