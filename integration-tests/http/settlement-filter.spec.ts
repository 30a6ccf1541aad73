import fc from "fast-check"
import knex, { type Knex } from "knex"
import { LineMatchStore } from "../../src/modules/pagoefectivo/settlement/line-matches"
import { FactsStore } from "../../src/modules/pagoefectivo/reconciliation/facts"
import {
  CandidateStore,
  type CleanMatchTerms,
} from "../../src/modules/pagoefectivo/reconciliation/candidates"
import {
  createFeeCards,
  createPolicy,
  reconcileVoucher,
  type VoucherFacts,
} from "../../src/reconciliation"
import { createBusinessCalendar } from "../../src/peru/business-calendar"
import { limaDay } from "../../src/peru/lima"
import { voucherFacts } from "../../src/workflows/reconciliation/voucher-facts"
import { createTestDatabase, type TestDatabase } from "../support/database"

const VOUCHERS = 4_000
const SEED = 20_261_122
const NOW = new Date("2026-11-20T15:00:00Z")
const DAY_MS = 86_400_000
const FEES = { tiers: [{ upTo: "50.00", fixed: "1.50" }, { percent: "3.5" }] }
const calendar = createBusinessCalendar()
const PROVIDER = "pp_pagoefectivo_pagoefectivo"
/** Has a rate card of its own. */
const OTHER_PROVIDER = "pp_pagoefectivo_mercadopago"
const OTHER_FEES = { tiers: [{ percent: "3.99" }], tolerance: "0.01" }
/** From this day of payment on, the common card is another one. */
const NEW_CARD_FROM = limaDay(NOW.getTime()) - 5
const cards = createFeeCards(
  [
    { from: null, card: FEES },
    { from: NEW_CARD_FROM, card: { tiers: [{ percent: "2.9" }] } },
  ],
  new Map([[OTHER_PROVIDER, [{ from: null, card: OTHER_FEES }]]]),
)
const policyOf = (providerId: string) => createPolicy({ calendar, feeCardOn: cards.of(providerId) })
const policy = policyOf(PROVIDER)
const otherPolicy = policyOf(OTHER_PROVIDER)

let database: TestDatabase
let sql: Knex

beforeAll(async () => {
  database = await createTestDatabase()
  sql = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 4 } })
}, 300_000)

afterAll(async () => {
  await sql?.destroy()
  await database?.drop()
})

/** Mostly as it should be, so that many vouchers are whole but for one thing. */
const rarely = <T>(usual: T, ...odd: T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 14, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  )

const lineArb = fc.record({
  type: rarely("payment", "refund", "reversal"),
  status: rarely("settled", "held", "reversed"),
  amountOff: rarely(0, -100, 1, 6_990),
  currency: rarely("pen", "usd"),
  fee: rarely<number | null>(0, 10, -1, null),
  netOff: rarely<number | null>(0, 1, null),
  creditedAfterDays: rarely<number | null>(1, 3, 5, 6, 12, null),
  settlementCurrency: rarely<string | null>(null, "pen", "usd"),
  fxRate: rarely<string | null>(null, "1", "3.75"),
  ledger: rarely<"paid" | null>(null, "paid"),
  importedAfterDays: rarely(2, 4, 9),
})

/** A treasury that imports both files of the portal. */
const paidAndSettled = fc
  .tuple(lineArb, lineArb)
  .map(([paid, settled]) => [
    { ...paid, ledger: "paid" as const, fee: null, netOff: null, creditedAfterDays: null },
    settled,
  ])

const voucherArb = fc.record({
  status: rarely("paid", "waiting", "expired", "voided", "reversed"),
  amount: fc.constantFrom(6_990, 4_000, 5_000),
  paidOff: rarely<number | null>(0, 100, null),
  paidCurrency: rarely<string | null>("pen", "usd", null),
  paidDaysAgo: fc.integer({ min: 0, max: 40 }),
  paidHour: fc.integer({ min: 0, max: 23 }),
  captured: rarely(true, false),
  captures: rarely<number[]>([1], [], [1, 1], [0.5]),
  order: rarely("pending", "completed", "canceled", "none", "gone"),
  sharesOrder: rarely(false, true),
  paidByCard: rarely(false, true),
  refund: rarely<number | null>(null, 100),
  refundedAtGateway: rarely<number | null>(null, 100),
  held: rarely(false, true),
  lines: fc.oneof(
    { weight: 6, arbitrary: fc.array(lineArb, { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(lineArb, { maxLength: 0 }) },
    { weight: 1, arbitrary: fc.array(lineArb, { minLength: 2, maxLength: 3 }) },
    { weight: 2, arbitrary: paidAndSettled },
  ),
})

type Drawn = ReturnType<typeof draw>[number]

function draw() {
  return fc.sample(voucherArb, { numRuns: VOUCHERS, seed: SEED })
}

async function store(drawn: Drawn[]): Promise<void> {
  const rows: Record<string, object[]> = {
    pagoefectivo_voucher: [],
    order: [],
    payment: [],
    capture: [],
    order_payment_collection: [],
    pagoefectivo_settlement_line: [],
    pagoefectivo_refund: [],
  }
  const add = (table: string, row: object) => rows[table]?.push(row)
  drawn.forEach((one, n) => storeOne(one, n, add))
  await sql.raw("SET session_replication_role = replica")
  for (const [table, all] of Object.entries(rows)) await sql.batchInsert(table, all as never, 200)
}

const hasOtherProvider = (n: number) => n % 3 === 0

function isOfOther({ voucher }: VoucherFacts): boolean {
  return hasOtherProvider(Number(voucher.id.slice("pevou_".length)))
}

function storeOne(one: Drawn, n: number, add: (table: string, row: object) => void): void {
  const provider = hasOtherProvider(n) ? OTHER_PROVIDER : PROVIDER
  const id = String(n).padStart(26, "0")
  const paidAt = new Date(
    Math.floor(NOW.getTime() / DAY_MS) * DAY_MS -
      one.paidDaysAgo * DAY_MS +
      one.paidHour * 3_600_000,
  )
  const ownCard = cards.of(provider)(limaDay(paidAt.getTime()))!
  const isPaid = one.status === "paid" || one.status === "reversed"
  const orderId =
    one.sharesOrder && n > 0 ? `order_${String(n - 1).padStart(26, "0")}` : `order_${id}`
  const money = (centimos: number) => ({
    amount: (centimos / 100).toFixed(2),
    raw_amount: JSON.stringify({ value: (centimos / 100).toFixed(2) }),
  })
  add("pagoefectivo_voucher", {
    id: `pevou_${id}`,
    token: id,
    provider_id: provider,
    payment_session_id: `payses_${id}`,
    order_id: one.order === "none" ? null : orderId,
    attempt: 1,
    transaction_code: `payses_${id}`,
    cip: String(n + 1),
    gateway_id: String(n + 1),
    amount_centimos: one.amount,
    currency_code: "pen",
    status: one.status,
    issued_at: paidAt,
    expires_at: new Date(paidAt.getTime() + DAY_MS),
    paid_at: isPaid ? paidAt : null,
    paid_centimos: isPaid && one.paidOff !== null ? one.amount + one.paidOff : null,
    paid_currency_code: isPaid ? one.paidCurrency : null,
    captured_at: one.captured ? paidAt : null,
    refunded_centimos: one.refundedAtGateway,
    held_at: one.held ? paidAt : null,
  })
  if (one.order !== "gone") {
    add("order", {
      id: `order_${id}`,
      status: one.order === "none" ? "pending" : one.order,
      currency_code: "pen",
      canceled_at: one.order === "canceled" ? new Date(paidAt.getTime() - 1) : null,
    })
  }
  const payment = (name: string, provider: string) => ({
    id: `${name}_${id}`,
    ...money(one.amount),
    currency_code: "pen",
    provider_id: provider,
    captured_at: paidAt,
    payment_collection_id: `paycol_${id}`,
    payment_session_id: `${name === "pay" ? "payses" : "other"}_${id}`,
  })
  add("payment", payment("pay", provider))
  if (one.paidByCard) add("payment", payment("card", "pp_card"))
  add("order_payment_collection", {
    id: `link_${id}`,
    order_id: orderId,
    payment_collection_id: `paycol_${id}`,
  })
  one.captures.forEach((share, index) =>
    add("capture", {
      id: `capt_${id}_${index}`,
      ...money(Math.round(one.amount * share)),
      payment_id: `pay_${id}`,
    }),
  )
  if (one.refund !== null) {
    add("pagoefectivo_refund", {
      id: `peref_${id}`,
      voucher_id: `pevou_${id}`,
      idempotency_key: id,
      amount_centimos: one.refund,
      currency_code: "pen",
    })
  }
  one.lines.forEach((line, index) => {
    const amount = (line.type === "payment" ? 1 : -1) * (one.amount + line.amountOff)
    const fee = line.fee === null ? null : ownCard.feeFor(amount) + line.fee
    add("pagoefectivo_settlement_line", {
      id: `pelin_${id}_${index}`,
      report_id: "peser_x",
      line_number: n,
      fingerprint: `${String(n).padStart(8, "0")}-0000-4000-8000-${String(index).padStart(12, "0")}`,
      occurrence: 1,
      provider_id: provider,
      ledger: line.ledger,
      payment_id: String(n + 1),
      created_at: new Date(paidAt.getTime() + line.importedAfterDays * DAY_MS),
      type: line.type,
      status: line.status,
      currency_code: line.currency,
      amount_centimos: amount,
      fee_centimos: fee,
      net_centimos: line.netOff === null ? null : amount - (fee ?? 0) + line.netOff,
      credited_at:
        line.creditedAfterDays === null
          ? null
          : new Date(paidAt.getTime() + line.creditedAfterDays * DAY_MS),
      settlement_currency_code: line.settlementCurrency,
      fx_rate: line.fxRate,
      voucher_id: `pevou_${id}`,
    })
  })
}

async function termsOf(candidates: CandidateStore): Promise<CleanMatchTerms> {
  const period = await candidates.paidPeriod()
  const firstPaid = limaDay(period!.first.getTime())
  const length = limaDay(period!.last.getTime()) - firstPaid + 1
  const due = Array.from({ length }, (_, index) =>
    calendar.dueDay((firstPaid + index) * DAY_MS + DAY_MS / 2, policy.dueBusinessDays),
  )
  const amounts = await candidates.settledAmounts("pen", 1_000)
  return {
    today: limaDay(NOW.getTime()),
    dueDays: { firstPaid, due },
    fees: {
      ownProviders: [OTHER_PROVIDER],
      starts: cards.starts,
      cards: cards.table
        .flat()
        .map((card) => card && { currencyCode: "pen", toleranceCentimos: card.tolerance }),
      expected: cards.table
        .flat()
        .flatMap((card, number) =>
          amounts.map((amount) => ({ card: number, amount, fee: card!.feeFor(amount) })),
        ),
    },
    settlementCurrency: null,
  }
}

describe("the selection of vouchers that a run looks at closely", () => {
  it("leaves out no voucher for which the rules find something, and most that are whole", async () => {
    await store(draw())
    const candidates = new CandidateStore(sql as never)
    const terms = await termsOf(candidates)
    await candidates.fill({ id: "perec_x" }, terms, null)
    const selected = new Set(await candidates.next("perec_x", "", VOUCHERS))
    const all = Array.from({ length: VOUCHERS }, (_, n) => `pevou_${String(n).padStart(26, "0")}`)
    const facts = voucherFacts(await new FactsStore(sql as never).load(all), () => true)
    expect(facts).toHaveLength(VOUCHERS)
    const findings = (one: VoucherFacts) =>
      reconcileVoucher(one, isOfOther(one) ? otherPolicy : policy, NOW.getTime())
    const withFindings = facts.filter((one) => findings(one).length > 0)
    const hidden = withFindings.filter(({ voucher }) => !selected.has(voucher.id))
    expect(hidden.map((one) => [one, findings(one)])).toEqual([])
    const wrong = new Set(withFindings)
    for (const ofOther of [false, true]) {
      const whole = facts.filter((one) => !wrong.has(one) && isOfOther(one) === ofOther)
      expect(whole.length).toBeGreaterThan(VOUCHERS / 30)
      // A few whole vouchers need a closer look to see that they are: instalments, refunds.
      const lookedAt = whole.filter(({ voucher }) => selected.has(voucher.id))
      expect(lookedAt.length).toBeLessThan(whole.length / 2)
    }

    const lastWeek = { from: terms.today - 7, to: terms.today }
    await candidates.fill({ id: "perec_week" }, terms, lastWeek)
    const ofLastWeek = new Set(await candidates.next("perec_week", "", VOUCHERS))
    const paidLastWeek = withFindings.filter(
      ({ gateway }) => gateway.paidAt !== null && limaDay(gateway.paidAt) >= lastWeek.from,
    )
    expect(paidLastWeek.length).toBeGreaterThan(VOUCHERS / 10)
    expect(paidLastWeek.filter(({ voucher }) => !ofLastWeek.has(voucher.id))).toEqual([])
    expect([...ofLastWeek].filter((id) => !selected.has(id))).toEqual([])
    expect(ofLastWeek.size).toBeLessThan(selected.size / 2)
  })
})

/** After the selection: its vouchers are there. */
describe("a payment's number", () => {
  it("belongs to its provider, and never settles an order of another", async () => {
    const [cip, voucherId] = ["2", `pevou_${"1".padStart(26, "0")}`]
    const of = (providerId: string, at: number) => ({
      id: `pelin_number_${at}`,
      report_id: "peser_number",
      line_number: at,
      fingerprint: `ffffffff-0000-4000-8000-${String(at).padStart(12, "0")}`,
      occurrence: 1,
      provider_id: providerId,
      payment_id: cip,
      type: "payment",
      status: "settled",
      currency_code: "pen",
      amount_centimos: 6_990,
    })
    await sql.batchInsert("pagoefectivo_settlement_line", [of(OTHER_PROVIDER, 1), of(PROVIDER, 2)])
    expect(await new LineMatchStore(sql as never).rematch()).toBe(1)
    const lines = await sql("pagoefectivo_settlement_line")
      .where({ report_id: "peser_number" })
      .orderBy("id")
      .select<{ voucher_id: string | null }[]>("voucher_id")
    expect(lines.map(({ voucher_id }) => voucher_id)).toEqual([null, voucherId])
  })
})
