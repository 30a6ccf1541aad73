import { createSandbox, type Sandbox } from "../../src/sandbox"
import type { OptionsInput } from "../../src/config"
import { BOOT_TIMEOUT_MS, bootSharedShop, type SharedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { MERCADO_PAGO } from "../support/gateways"
import { SettlementNights, type Case } from "../support/settlement-nights"
import { http } from "../support/shopper"
import { uploadReport } from "../support/upload"

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Longer than Mercado Pago reports in one piece. */
const DOWNTIME_DAYS = 100

/** What the sandbox charges. */
const MERCADO_PAGO_CARD = { tiers: [{ upTo: "95.00", fixed: "1.60" }, { percent: "3.5" }] }

let sandbox: Sandbox
let shop: SharedShop
let nights: SettlementNights

beforeAll(async () => {
  sandbox = await createSandbox()
  const source = {
    type: "mercadopago" as const,
    provider: MERCADO_PAGO.entry,
    accessToken: sandbox.mercadoPagoCredentials.accessToken,
    baseUrl: sandbox.mercadoPagoUrl,
    lookbackDays: DOWNTIME_DAYS,
    pollSeconds: 1,
    allowHttp: true,
    allowPrivateAddresses: true,
  }
  const settlement: OptionsInput["settlement"] = {
    sources: [
      { ...source, id: "movements", report: "settlement" },
      { ...source, id: "releases", report: "release" },
    ],
    // Any payment of Mercado Pago's that it judged would be a case.
    fees: { tiers: [{ fixed: "9.99" }] },
    feesByProvider: { [MERCADO_PAGO.entry]: MERCADO_PAGO_CARD },
  }
  // Polling may find the payment without a notice before the night does.
  const polling = { enabled: false }
  shop = await bootSharedShop({ running: sandbox, options: { settlement, polling } })
  nights = new SettlementNights(shop)
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

interface Placed {
  orderId: string
  cip: string
  voucherId: string
}

/** Paid four days ago, so that its money was free two days ago, before the reports end. */
const PAID_AT = new Date(Date.now() - 4 * DAY_MS)

async function paidOrder(payment: Parameters<Sandbox["pay"]>[1] = {}): Promise<Placed> {
  const { order, voucher } = await shop.shopperOf(MERCADO_PAGO).placeOrder()
  await sandbox.pay(voucher.cip, { paidAt: PAID_AT, ...payment })
  return { orderId: order.id, cip: voucher.cip, voucherId: voucher.id }
}

/** What another shop of the same Mercado Pago account sold, told to this store. */
async function foreignPayment(): Promise<string> {
  const { status, body } = await http<{ id: number }>(`${sandbox.mercadoPagoUrl}/v1/payments`, {
    headers: {
      authorization: `Bearer ${sandbox.mercadoPagoCredentials.accessToken}`,
      "x-idempotency-key": "another-shop",
    },
    body: {
      transaction_amount: 55.5,
      description: "Otra tienda",
      payment_method_id: "pagoefectivo_atm",
      external_reference: "FOREIGN-1",
      notification_url: `${shop.store.url}/hooks/payment/pagoefectivo_mercadopago`,
      payer: { email: "otro@example.pe" },
    },
  })
  expect(status).toBe(201)
  await sandbox.pay(String(body.id), { paidAt: PAID_AT })
  return String(body.id)
}

interface Report {
  id: string
  format: string
  source: string
  provider_id: string
  lines_count: number
  first_day: string
}

async function reports(): Promise<Report[]> {
  const { settlement_reports } = await shop.admin.must<{ settlement_reports: Report[] }>(
    "/admin/pagoefectivo/settlement-reports?status=imported&limit=50&order=created_at",
  )
  return settlement_reports
}

/** What the merchant's accountant had asked for, with columns of their own. */
async function reportWithoutColumns(): Promise<void> {
  const url = `${sandbox.mercadoPagoUrl}/v1/account/settlement_report`
  const headers = { authorization: `Bearer ${sandbox.mercadoPagoCredentials.accessToken}` }
  const columns = [{ key: "SOURCE_ID" }, { key: "ORDER_ID" }]
  await http(`${url}/config`, { headers, body: { file_name_prefix: "Contador Perú", columns } })
  const today = Math.floor((Date.now() - 4 * HOUR_MS) / DAY_MS) * DAY_MS + 4 * HOUR_MS
  const [begin_date, end_date] = [today - 5 * DAY_MS, today - 1_000].map((ms) =>
    new Date(ms).toISOString(),
  )
  const { status } = await http(url, { headers, body: { begin_date, end_date } })
  expect(status).toBe(202)
  await http(`${url}/list`, { headers })
}

/** Spans of the reports that were asked for, in days. */
function requestedDays(): number[] {
  return sandbox.requests
    .filter(({ operation, method, path, status }) => {
      const isRequest = method === "POST" && path.endsWith("_report")
      return operation === "mp_report" && isRequest && status === 202
    })
    .map(({ body }) => {
      const { begin_date, end_date } = body as Record<string, string>
      return Math.round((Date.parse(end_date ?? "") - Date.parse(begin_date ?? "")) / DAY_MS)
    })
}

describe("a settlement night by API", () => {
  const placed = new Map<string, Placed>()
  let foreignId: string

  it("fetches both reports by itself, whatever goes wrong at first, and finds what is wrong", async () => {
    await nights.tick()
    await reportWithoutColumns()
    placed.set("whole", await paidOrder())
    placed.set("held", await paidOrder())
    placed.set("underpaid", await paidOrder({ amount: "70.00" }))
    placed.set("dollars", await paidOrder({ currency: "USD" }))
    // Nor may the notice of the code itself come, which is looked into after the payment.
    await sandbox.behave({ noticesSuppressed: true })
    placed.set("silent", await paidOrder())
    await sandbox.behave({ noticesSuppressed: false })
    foreignId = await foreignPayment()
    for (const kind of ["whole", "held"]) {
      await eventually(
        () => shop.shopperOf(MERCADO_PAGO).order(placed.get(kind)!.orderId),
        ({ payment_status }) => payment_status === "captured",
        { what: `the payment of the ${kind} order` },
      )
    }
    const heldPayments = [placed.get("held")!.cip]
    await sandbox.behave({ mercadoPago: { heldPayments, payouts: true, reportsNotMade: 1 } })

    await nights.makeDue()
    await sandbox.behave({ mercadoPago: { reportFile: "cut", reportsRefused: 1 } })
    await nights.tick()
    expect(await reports()).toEqual([])
    expect(await nights.runs()).toEqual([])

    await sandbox.behave({ mercadoPago: { reportFile: "whole" } })
    await nights.tick()
    const run = await nights.ended(1)
    expect(run).toMatchObject({ trigger: "schedule", status: "completed" })
    expect(run.counts).toEqual({
      missing_capture: 1,
      unknown_reference: 1,
      amount_mismatch: 1,
      currency_mismatch: 1,
      held: 1,
    })
  })

  it("says of each case what was expected and found", async () => {
    const ofReason = new Map((await nights.cases()).map((one) => [one.reason, one]))
    const expected: Record<string, [kind: string | null, facts: Partial<Case>]> = {
      missing_capture: ["silent", { status: "resolved", resolution: "healed" }],
      held: ["held", { detail: "not_released", actual: { held_amount: "79.90" } }],
      amount_mismatch: ["underpaid", { actual: expect.objectContaining({ amount: "70.00" }) }],
      currency_mismatch: ["dollars", { actual: expect.objectContaining({ currency_code: "usd" }) }],
      unknown_reference: [
        null,
        { actual: expect.objectContaining({ payment_id: foreignId }), amount_at_risk: "55.50" },
      ],
    }
    for (const [reason, [kind, facts]] of Object.entries(expected)) {
      const { cip = null, orderId = null } = placed.get(kind ?? "") ?? {}
      expect(ofReason.get(reason)).toMatchObject({
        status: "open",
        cip,
        order_id: orderId,
        ...facts,
      })
    }
    const healed = await shop.shopperOf(MERCADO_PAGO).order(placed.get("silent")!.orderId)
    expect(healed.payment_status).toBe("captured")
    const [notice] = await shop.database.query<{ outcome: string }>(
      "SELECT outcome FROM pagoefectivo_notice WHERE gateway_id = $1 AND status = 'ignored'",
      [foreignId],
    )
    expect(notice?.outcome).toBe("not_ours")
  })

  it("asked for the downtime in pieces that Mercado Pago takes, and anew for a report without columns", async () => {
    expect(requestedDays().sort((a, b) => a - b)).toEqual([5, 5, 35, 40, 60, 60])
    const answers = sandbox.requests.filter(({ status }) => status === 203)
    expect(answers).toHaveLength(1)
    const found = await reports()
    expect(new Set(found.map(({ provider_id }) => provider_id))).toEqual(
      new Set([MERCADO_PAGO.providerId]),
    )
    expect(found.map(({ source, format }) => `${source} ${format}`)).toEqual([
      // Two of them hold no movement, and are the same bytes.
      "mercadopago:movements mercadopago_settlement",
      "mercadopago:movements mercadopago_settlement",
      "mercadopago:releases mercadopago_release",
      "mercadopago:releases mercadopago_release",
    ])
    const filled = found.find(({ lines_count }) => lines_count > 0)!
    const { body: archived } = await shop.admin.call<string>(
      `/admin/pagoefectivo/settlement-reports/${filled.id}/file`,
    )
    expect(archived).toMatch(/^EXTERNAL_REFERENCE,SOURCE_ID,/)
    expect(archived).toContain(`${sandbox.voucher(placed.get("whole")!.cip)!.paymentId},`)
  })

  it("judges fees by the provider's own rate card", async () => {
    const days = { from: new Date(Date.now() - 9 * DAY_MS), to: new Date() }
    const day = (instant: Date) => instant.toISOString().slice(0, 10)
    const answer = await shop.admin.must<{
      fee_totals: Record<"expected" | "charged" | "unjudged" | "currency_code", string>[]
      rate_card: object
      provider_rate_cards: Record<string, object>
    }>(`/admin/pagoefectivo/fee-totals?from=${day(days.from)}&to=${day(days.to)}`)
    expect(answer.rate_card).toMatchObject({ tiers: [{ fixed: "9.99" }] })
    expect(answer.provider_rate_cards).toMatchObject({
      [MERCADO_PAGO.providerId]: MERCADO_PAGO_CARD,
    })
    const charged = answer.fee_totals.map(({ unjudged, ...sums }) =>
      sums.currency_code === "pen" ? [sums.charged, "0.00"] : ["0.00", unjudged],
    )
    expect(answer.fee_totals.map(({ expected, unjudged }) => [expected, unjudged])).toEqual(charged)
    expect(answer.fee_totals.map(({ currency_code }) => currency_code)).toContain("pen")
  })

  it("knows the payout: its lines add up to what Mercado Pago sent to the bank", async () => {
    const { payouts } = await shop.admin.must<{
      payouts: { declared_total: string; net: string; lines_count: number; provider_id: string }[]
    }>("/admin/pagoefectivo/payouts")
    expect(payouts).toHaveLength(1)
    const [payout] = payouts
    expect(payout).toMatchObject({ provider_id: MERCADO_PAGO.providerId, lines_count: 5 })
    expect(payout?.declared_total).toBe(payout?.net)
    expect(Number(payout?.net)).toBeGreaterThan(0)
  })

  it("the next night asks for nothing that is there, and heals what was released since", async () => {
    const before = requestedDays().length
    const held = placed.get("held")!
    const file = [
      "DATE,SOURCE_ID,EXTERNAL_REFERENCE,RECORD_TYPE,DESCRIPTION,NET_CREDIT_AMOUNT,NET_DEBIT_AMOUNT,GROSS_AMOUNT,MP_FEE_AMOUNT",
      `${new Date(Date.now() - DAY_MS).toISOString()},${sandbox.voucher(held.cip)!.paymentId},,release,payment,78.01,0.00,79.90,-1.89`,
    ].join("\n")
    const { status } = await uploadReport(shop.admin, "liberado.csv", file, {
      provider_id: MERCADO_PAGO.entry,
    })
    expect(status).toBe(201)
    const run = await nights.spend(2)
    expect(requestedDays()).toHaveLength(before)
    expect(run.counts).not.toHaveProperty("held")
    const all = await nights.cases()
    expect(all.find(({ reason }) => reason === "held")).toMatchObject({
      status: "resolved",
      resolution: "healed",
    })
    expect(all).toHaveLength(5)
  })

  it("knows a payout whose deposit was entered before the report told of it", async () => {
    const url = "/admin/pagoefectivo/payouts"
    const deposit = { payout_id: "9001", provider_id: MERCADO_PAGO.entry, currency_code: "pen" }
    const { payout } = await shop.admin.must<{ payout: object }>(url, {
      body: { ...deposit, bank_deposit: "78.01", declared_total: "70.00" },
    })
    expect(payout).toMatchObject({ lines_count: 0, unmatched: { since: expect.any(String) } })
    // The same number of another provider is another payout.
    await shop.admin.must(url, {
      body: { ...deposit, provider_id: "pagoefectivo", bank_deposit: "5.00" },
    })
    const file = [
      "DATE,SOURCE_ID,EXTERNAL_REFERENCE,RECORD_TYPE,DESCRIPTION,NET_CREDIT_AMOUNT,NET_DEBIT_AMOUNT,GROSS_AMOUNT,MP_FEE_AMOUNT",
      `${new Date().toISOString()},9001,,release,payout,0.00,78.01,-78.01,0.00`,
    ].join("\n")
    const { body } = await uploadReport(shop.admin, "retiro.csv", file, {
      provider_id: MERCADO_PAGO.entry,
    })
    const { payouts } = await shop.admin.must<{ payouts: { provider_id: string }[] }>(
      `${url}?payout_id=9001`,
    )
    expect(payouts).toHaveLength(2)
    expect(payouts).toContainEqual(
      expect.objectContaining({
        bank_deposit: "5.00",
        unmatched: expect.any(Object) as object,
        deposit_changes_count: 1,
      }),
    )
    expect(
      payouts.filter(({ provider_id }) => provider_id === MERCADO_PAGO.providerId),
    ).toMatchObject([
      {
        lines_count: 1,
        net: "78.01",
        declared_total: "78.01",
        unmatched: null,
        deposit: { source: "manual" },
        deposit_changes: [
          {
            source: "report",
            by: "system",
            file: { id: body.settlement_report.id, filename: "retiro.csv" },
            from: { declared_total: "70.00", bank_deposit: "78.01" },
            to: { declared_total: "78.01", bank_deposit: "78.01" },
          },
          { source: "manual", from: null },
        ],
      },
    ])
  })
})

describe("a report of Mercado Pago's", () => {
  it("counts days in Lima, fees as paid, refunds as lines, each currency for itself, cards not at all", async () => {
    const row = (reference: string, cells: Partial<Record<string, string>>) => {
      const own: Record<string, string> = {
        EXTERNAL_REFERENCE: reference,
        SOURCE_ID: "777",
        PAYMENT_METHOD: "pagoefectivo_atm",
        TRANSACTION_TYPE: "SETTLEMENT",
        TRANSACTION_AMOUNT: "120.50",
        TRANSACTION_CURRENCY: "PEN",
        TRANSACTION_DATE: "2026-10-07T00:30:00.000-04:00",
        FEE_AMOUNT: "-5.02",
        SETTLEMENT_NET_AMOUNT: "115.48",
        SETTLEMENT_CURRENCY: "PEN",
        SETTLEMENT_DATE: "2026-10-09T00:30:00.000-04:00",
        METADATA: '"[{""a"":""b;c,d"",""n"":{""x"":[1,2]}}]"',
        ...(cells as Record<string, string>),
      }
      return own
    }
    const rows = [
      row("X-1", {}),
      row("X-1", {
        TRANSACTION_TYPE: "REFUND",
        TRANSACTION_AMOUNT: "-20.00",
        FEE_AMOUNT: "0.83",
        SETTLEMENT_NET_AMOUNT: "-19.17",
      }),
      row("X-2", { SOURCE_ID: "778", TRANSACTION_CURRENCY: "USD", SETTLEMENT_CURRENCY: "USD" }),
      row("X-3", { SOURCE_ID: "779", PAYMENT_METHOD: "visa" }),
    ]
    const columns = Object.keys(rows[0]!)
    const file = [columns.join(","), ...rows.map((one) => columns.map((c) => one[c]).join(","))]
    const { body } = await uploadReport(shop.admin, "mp.csv", file.join("\n"), {
      provider_id: MERCADO_PAGO.entry,
    })
    expect(body.settlement_report).toMatchObject({
      format: "mercadopago_settlement",
      lines_count: 3,
      quarantined_count: 0,
    })
    const { lines } = await shop.admin.must<{ lines: Record<string, unknown>[] }>(
      `/admin/pagoefectivo/settlement-reports/${body.settlement_report.id}/lines?order=line_number`,
    )
    expect(lines).toMatchObject([
      { type: "payment", amount: "120.50", fee: "5.02", net: "115.48", currency_code: "pen" },
      { type: "refund", amount: "-20.00", fee: "-0.83", net: "-19.17", currency_code: "pen" },
      { type: "payment", amount: "120.50", fee: "5.02", net: "115.48", currency_code: "usd" },
    ])
    expect((await reports()).at(-1)).toMatchObject({ first_day: "2026-10-06" })
  })
})
