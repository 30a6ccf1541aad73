import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { inspect } from "node:util"
import {
  createSettlementSource,
  settlementSourceSchema,
  type RemoteFile,
  type SourceDeps,
} from ".."
import { MercadoPagoGateway } from "../../gateways"
import { createSandbox, type Sandbox } from "../../sandbox"
import { coveredBy, lastDays, missingSpans } from "../sources/mercadopago-report-plan"
import type { TakenFile } from "../sources/source"
import { contentOf, impatient, QUICK } from "./support/download"
import { linesOf, parse } from "./support/parse"

const DAY_MS = 24 * 60 * 60 * 1_000
const TOKEN = "APP_USR-not-a-real-token"

const day = (text: string) => new Date(`${text}T04:00:00Z`)

describe("the days to ask for", () => {
  const wanted = { begin: day("2026-01-01"), end: day("2026-05-01") }

  it.each([
    ["2026-10-08T03:59:59Z", "2026-10-06", "2026-10-07"],
    ["2026-10-08T04:00:00Z", "2026-10-07", "2026-10-08"],
  ])("are whole days at −04:00: at %s yesterday begins on %s", (now, begin, end) => {
    expect(lastDays(new Date(now), 1)).toEqual({ begin: day(begin), end: day(end) })
  })

  it("come in pieces of 60 days at most", () => {
    const lengths = missingSpans(wanted, []).map(
      ({ begin, end }) => (end.getTime() - begin.getTime()) / DAY_MS,
    )
    expect(lengths).toEqual([60, 60])
    const oneMore = { ...wanted, end: day("2026-05-02") }
    expect(missingSpans(oneMore, [])).toHaveLength(3)
  })

  it("are only those that no report covers, however reports overlap", () => {
    const covered = [
      { begin: day("2026-03-01"), end: day("2026-03-10") },
      { begin: day("2025-12-01"), end: day("2026-02-01") },
      { begin: day("2026-03-05"), end: day("2026-03-07") },
      { begin: day("2026-04-01"), end: day("2026-06-01") },
    ]
    expect(missingSpans(wanted, covered)).toEqual([
      { begin: day("2026-02-01"), end: day("2026-03-01") },
      { begin: day("2026-03-10"), end: day("2026-04-01") },
    ])
  })

  it("are widened to whole days at −04:00, because a shorter span is refused", () => {
    const covered = [
      { begin: wanted.begin, end: new Date("2026-02-01T05:00:00Z") },
      { begin: new Date("2026-02-01T11:00:00Z"), end: new Date("2026-02-02T17:00:00Z") },
      { begin: new Date("2026-02-02T20:00:00Z"), end: new Date("2026-04-30T23:00:00Z") },
    ]
    expect(missingSpans(wanted, covered)).toEqual([
      { begin: day("2026-02-01"), end: day("2026-02-03") },
      { begin: day("2026-04-30"), end: day("2026-05-01") },
    ])
  })

  it.each<[string, string, string | null, Partial<TakenFile>, string | null]>([
    ["made the next night", "2026-02-02", "2026-02-02T08:00:00Z", {}, "2026-02-02"],
    ["of which nothing is known", "2026-02-02", null, {}, "2026-02-02"],
    ["made before its day was over", "2026-02-02", "2026-02-01T20:00:00Z", {}, null],
    ["of a month, made on its second day", "2026-03-01", "2026-02-02T20:00:00Z", {}, "2026-02-02"],
    ["that can't be read", "2026-02-02", "2026-02-02T08:00:00Z", { isUnusable: true }, null],
    ["that came empty that night", "2026-02-02", "2026-02-02T08:00:00Z", { isEmpty: true }, null],
    ["empty a day later", "2026-02-02", "2026-02-03T08:00:00Z", { isEmpty: true }, "2026-02-02"],
  ])("are covered by a report %s up to the day that it knows", (_, end, made, taken, until) => {
    const span = { begin: day("2026-02-01"), end: day(end) }
    const createdAt = made === null ? null : new Date(made)
    const known = { isUnusable: false, isEmpty: false, ...taken }
    const covered = until === null ? [] : [{ begin: span.begin, end: day(until) }]
    expect(coveredBy({ ...span, createdAt }, known)).toEqual(covered)
  })

  it("are none when a second is missing between two reports", () => {
    const noon = new Date("2026-02-01T12:00:00Z")
    const covered = [
      { begin: wanted.begin, end: noon },
      { begin: new Date(noon.getTime() + 1_000), end: wanted.end },
    ]
    expect(missingSpans(wanted, covered)).toEqual([])
  })
})

function sourceAt(baseUrl: string, deps: SourceDeps = {}, options: Record<string, unknown> = {}) {
  const parsed = settlementSourceSchema.parse({
    id: "mp",
    type: "mercadopago",
    accessToken: TOKEN,
    baseUrl,
    allowHttp: true,
    allowPrivateAddresses: true,
    lookbackDays: 7,
    ...options,
  })
  const limits = { ...QUICK.limits, ...deps.limits }
  return createSettlementSource(parsed, { ...QUICK, ...deps, limits })
}

describe("reports from the sandbox", () => {
  let sandbox: Sandbox
  /** Days later, for the sandbox as for the store. */
  const now = () => sandbox.clock.now()
  const nextDay = (days = 1) => sandbox.clock.advance(days * DAY_MS)
  const behave = (mercadoPago: object) => sandbox.behave({ mercadoPago })
  const asked = () =>
    sandbox.requests.filter(
      ({ method, path }) => method === "POST" && path.endsWith("settlement_report"),
    )

  beforeAll(async () => {
    sandbox = await createSandbox()
  })
  beforeEach(() => sandbox.reset())
  afterAll(() => sandbox.close())

  const source = (options: Record<string, unknown> = {}, deps: SourceDeps = {}) =>
    sourceAt(
      sandbox.mercadoPagoUrl,
      { now, ...deps },
      { accessToken: sandbox.mercadoPagoCredentials.accessToken, ...options },
    )

  async function paidVoucher(transactionCode: string) {
    const gateway = new MercadoPagoGateway({
      ...sandbox.mercadoPagoCredentials,
      baseUrl: sandbox.mercadoPagoUrl,
    })
    const voucher = await gateway.issue({
      transactionCode,
      money: { amount: "100.00", currency: "PEN" },
      expiresAt: new Date(Date.now() + 3 * DAY_MS),
      payer: { email: "ana@tienda.test" },
      concept: "Pedido",
    })
    await sandbox.pay(voucher.cip)
    return { gateway, voucher }
  }

  /** A source that knows what became of each of its files. */
  const remembering = (taken: Map<string, Partial<TakenFile>>) =>
    source(
      {},
      {
        taken: (keys) =>
          Promise.resolve(
            new Map(
              keys.map((key) => [key, { isUnusable: false, isEmpty: false, ...taken.get(key) }]),
            ),
          ),
      },
    )

  const linesIn = async (files: RemoteFile[], from = source()) => {
    const texts = await Promise.all(files.map((file) => contentOf(from, file)))
    const events = await Promise.all(texts.map((text) => parse(text, { now: now() })))
    return events.flatMap(linesOf)
  }

  it("configures, asks, waits, downloads: payments and refunds become lines", async () => {
    const { gateway, voucher } = await paidVoucher("payses_01")
    const money = { amount: "30.00", currency: "PEN" as const }
    await gateway.refund({ ...voucher, money, idempotencyKey: "r" })
    nextDay()

    const files = await source().list()
    expect(files).toHaveLength(1)
    expect(files[0]?.name).toMatch(/^pagoefectivo-settlement-.*\.csv$/)
    expect(await linesIn(files)).toMatchObject([
      {
        type: "payment",
        externalReference: "payses_01",
        paymentId: voucher.gatewayId,
        amountCentimos: 10_000,
        feeCentimos: 413,
        netCentimos: 9_587,
        currency: "PEN",
      },
      { type: "refund", amountCentimos: -3_000, feeCentimos: 0, netCentimos: -3_000 },
    ])
  })

  it("asks for nothing that is covered, and shows it again under the same key", async () => {
    const first = await source().list()
    const second = await source().list()
    expect(second).toEqual(first)
    expect(asked()).toHaveLength(1)
  })

  it("fills a gap after a downtime, and only the gap", async () => {
    await source().list()
    nextDay(3)
    const files = await source().list()
    expect(files).toHaveLength(2)
    const bodies = sandbox.requests.filter(({ body }) => body && "begin_date" in body)
    const [first, second] = bodies.map(({ body }) => body as Record<string, string>)
    const firstEnd = Date.parse(first?.end_date ?? "")
    expect(Date.parse(second?.begin_date ?? "") - firstEnd).toBe(1_000)
    expect(Date.parse(second?.end_date ?? "") - firstEnd).toBe(3 * DAY_MS)
  })

  it("asks in pieces of 60 days for a long downtime", async () => {
    const files = await source({ lookbackDays: 130 }).list()
    expect(files).toHaveLength(3)
  })

  it("adds what is missing to the merchant's own configuration, and keeps the rest", async () => {
    const url = `${sandbox.mercadoPagoUrl}/v1/account/settlement_report/config`
    const { accessToken } = sandbox.mercadoPagoCredentials
    const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" }
    const own = {
      file_name_prefix: "contador",
      separator: "|",
      columns: [{ key: "ORDER_ID" }, { key: "SOURCE_ID" }],
      scheduled: true,
    }
    await fetch(url, { method: "POST", headers, body: JSON.stringify(own) })

    const [file] = await source().list()
    expect(file?.name).toMatch(/^contador-/)
    const config = (await (await fetch(url, { headers })).json()) as Record<string, unknown>
    expect(config).toMatchObject({ file_name_prefix: "contador", separator: "," })
    expect(config).not.toHaveProperty("scheduled")
    expect(config.columns).toHaveLength(12)
  })

  it("reads the release report: money is there two days after the payment", async () => {
    const { voucher } = await paidVoucher("payses_02")
    nextDay(4)
    const release = source({ report: "release" })
    const files = await release.list()
    expect(await linesIn(files, release)).toMatchObject([
      { type: "payment", status: "settled", paymentId: voucher.gatewayId, netCentimos: 9_587 },
    ])
  })

  it("asks again after 203", async () => {
    await sandbox.behave({ mercadoPago: { reportsNotMade: 4 } })
    const waits: number[] = []
    const wait = (ms: number) => Promise.resolve(void waits.push(ms))
    const files = await source({}, { wait }).list()
    expect(files[0]?.key).not.toBeNull()
    expect(waits.filter((ms) => ms === 30_000)).toHaveLength(5)
  })

  it.each([
    ["report_not_made", { reportsNotMade: 5 }],
    ["report_not_made", { reportsFailed: 1 }],
    ["report_refused", { reportsRefused: 1 }],
    ["report_never_ready", { reportAfterLooks: null }],
  ])("names a report that does not come (%s, %j), and takes the others", async (code, how) => {
    const before = await source().list()
    nextDay(2)
    await behave(how)
    const waits: number[] = []
    const wait = (ms: number) => Promise.resolve(void waits.push(ms))

    const files = await source({}, { wait }).list()
    expect(files.slice(0, -1)).toEqual(before)
    const missing = files.at(-1)
    if (missing === undefined) throw new Error("a file was expected")
    expect(missing).toMatchObject({
      key: null,
      name: expect.stringMatching(/-missing$/),
      problem: { code },
    })
    await expect(source().open(missing)).rejects.toBe(missing.problem)
    // What has failed for good is not waited for.
    if ("reportsFailed" in how || "reportsRefused" in how) expect(waits.length).toBeLessThan(3)

    await behave({ reportsNotMade: 0, reportAfterLooks: 1 })
    const healed = await source().list()
    expect(healed).toHaveLength(2)
    await expect(linesIn(healed)).resolves.toEqual([])
  })

  it("asks for the other spans when one is refused, in Mercado Pago's own words", async () => {
    await behave({ reportsRefused: 1 })
    const files = await source({ lookbackDays: 130 }).list()
    expect(files.map(({ problem }) => problem?.message ?? null)).toEqual([
      null,
      null,
      expect.stringMatching(
        /^Mercado Pago refused a report for .*: HTTP 400 max number of reports$/,
      ),
    ])
  })

  it("asks anew for days whose report can't be used, and for those that came empty that night", async () => {
    const [unusable] = await source().list()
    const taken = new Map([[unusable?.key ?? "", { isUnusable: true }]])
    const [, better] = await remembering(taken).list()
    expect(asked().map(({ body }) => body)).toEqual([asked()[0]?.body, asked()[0]?.body])
    taken.set(better?.key ?? "", { isUnusable: false, isEmpty: true } as never)
    nextDay(2)
    await remembering(taken).list()
    expect(asked()).toHaveLength(3)
    // Two days later it is still empty: nothing was paid.
    const [, , , last] = await remembering(taken).list()
    expect([last, asked().length]).toEqual([undefined, 3])
  })

  it("asks anew for the days of a report that was made before they were over", async () => {
    await source({}, { now: () => new Date(now().getTime() + 3 * DAY_MS) }).list()
    nextDay(3)
    expect(await source().list()).toHaveLength(2)
    const [early, whole] = asked().map(({ body }) => body as Record<string, string>)
    expect(whole?.end_date).toBe(early?.end_date)
    expect(Date.parse(whole?.begin_date ?? "")).toBeGreaterThan(Date.parse(early?.begin_date ?? ""))
  })

  it.each(["processed", "available", null])("takes a report whose status is %j", async (status) => {
    await behave({ reportStatus: status })
    expect((await source().list()).map(({ problem }) => problem)).toEqual([undefined])
  })

  it("waits half an hour at most", async () => {
    await sandbox.behave({ mercadoPago: { reportAfterLooks: null } })
    const waits: number[] = []
    await source({}, { wait: (ms) => Promise.resolve(void waits.push(ms)) }).list()
    expect(waits).toHaveLength(59)
    expect(new Set(waits)).toEqual(new Set([30_000]))
  })

  it("knows a report by a name with spaces and accents", async () => {
    await paidVoucher("payses_04")
    const url = `${sandbox.mercadoPagoUrl}/v1/account/settlement_report/config`
    const { accessToken } = sandbox.mercadoPagoCredentials
    const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" }
    await source().list()
    const own = (await (await fetch(url, { headers })).json()) as object
    const body = JSON.stringify({ ...own, file_name_prefix: "Liquidación de Tienda Ñandú" })
    await fetch(url, { method: "PUT", headers, body })
    nextDay()
    const files = await source().list()
    expect(files[1]?.name).toMatch(/^Liquidación de Tienda Ñandú-.*\.csv$/)
    expect(await linesIn(files)).toHaveLength(1)
  })

  it.each([
    ["other_columns", "report_columns_differ", /lacks the columns EXTERNAL_REFERENCE, SOURCE_ID/],
    ["cut", "truncated_download", /Received \d+ bytes, expected \d+ bytes/],
  ] as const)("refuses a report with %s", async (reportFile, code, message) => {
    await paidVoucher("payses_03")
    await sandbox.behave({ mercadoPago: { reportFile } })
    const reports = source()
    const [file] = await reports.list()
    if (file === undefined) throw new Error("a file was expected")
    await expect(contentOf(reports, file)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
  })

  it("names a refused token, and shows none", async () => {
    const thrown: unknown = await source({ accessToken: TOKEN })
      .list()
      .catch((error: unknown) => error)
    expect(thrown).toMatchObject({ code: "credentials_refused" })
    expect(inspect(thrown)).not.toContain(TOKEN)
  })

  it.each([
    ["429", { kind: "answer", status: 429, retryAfterSeconds: 0, times: 2 }, null],
    [
      "429 for an hour",
      { kind: "answer", status: 429, retryAfterSeconds: 3_600 },
      "source_unreachable",
    ],
    ["500", { kind: "answer", status: 500, times: 2 }, null],
    ["500 for good", { kind: "answer", status: 500 }, "source_unreachable"],
    ["a broken connection for good", { kind: "drop" }, "source_unreachable"],
    ["HTML", { kind: "answer", status: 200, body: "html" }, "source_refused"],
  ] as const)("tries again, a bounded number of times: %s", async (_what, fault, code) => {
    await sandbox.behave({ faults: { mp_report: fault } })
    const listing = source().list()
    await (code === null
      ? expect(listing).resolves.toHaveLength(1)
      : expect(listing).rejects.toMatchObject({ code }))
  })
})

describe("a list that holds other things", () => {
  type Handler = (request: IncomingMessage, response: ServerResponse) => void
  let answer: Handler
  const server = createServer((request, response) => answer(request, response))
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const config = {
    columns:
      "EXTERNAL_REFERENCE,SOURCE_ID,TRANSACTION_TYPE,TRANSACTION_AMOUNT,TRANSACTION_CURRENCY,TRANSACTION_DATE,FEE_AMOUNT,SETTLEMENT_NET_AMOUNT,SETTLEMENT_CURRENCY,SETTLEMENT_DATE"
        .split(",")
        .map((key) => ({ key })),
  }

  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)))
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  const entry = (change: Record<string, unknown>) => ({
    id: 1,
    begin_date: "2026-10-01T04:00:00Z",
    end_date: "2026-10-08T03:59:59Z",
    file_name: "report.csv",
    created_from: "schedule",
    date_created: "2026-10-08T06:00:00.000-04:00",
    ...change,
  })

  it("takes only tables that are ready and within the days looked at, scheduled ones too", async () => {
    const list = [
      entry({ id: 2, file_name: "whole.csv", status: "available" }),
      entry({ id: 3, file_name: "book.pdf" }),
      entry({ id: 4, file_name: "soon.csv", status: "pending" }),
      entry({ id: 5, file_name: "../config" }),
      entry({ id: 6, file_name: undefined }),
      entry({
        id: 7,
        file_name: "old.csv",
        begin_date: "2026-08-01T05:00:00Z",
        end_date: "2026-09-01T04:59:59Z",
      }),
      entry({ id: 8, begin_date: "nonsense" }),
      entry({ id: 9, file_name: "fallido.csv", status: "failed" }),
      null,
    ]
    answer = (request, response) =>
      response.end(JSON.stringify(request.url?.endsWith("/list") ? list : config))
    const files = await sourceAt(url(), { now: () => new Date("2026-10-08T08:00:00Z") }).list()
    expect(files).toEqual([
      {
        name: "whole.csv",
        path: `${url()}/v1/account/settlement_report/whole.csv`,
        size: null,
        modifiedAt: new Date("2026-10-08T10:00:00Z"),
        key: "2:whole.csv",
      },
    ])
  })

  it("gives up on a server that says nothing", async () => {
    answer = () => undefined
    const silent = sourceAt(url(), impatient("connectTimeoutMs"))
    await expect(silent.list()).rejects.toMatchObject({ code: "source_timeout" })
  })
})

describe("the options", () => {
  const options = { id: "mp", type: "mercadopago", accessToken: TOKEN }

  it("know the vendor's address, the settlement report and 30 days", () => {
    expect(settlementSourceSchema.parse(options)).toMatchObject({
      baseUrl: "https://api.mercadopago.com",
      report: "settlement",
      lookbackDays: 30,
    })
  })

  it.each([
    { baseUrl: "http://api.mercadopago.com" },
    { accessToken: "a b" },
    { lookbackDays: 0 },
    { lookbackDays: 367 },
    { report: "sales" },
  ])("refuse %j", (change) => {
    expect(settlementSourceSchema.safeParse({ ...options, ...change }).success).toBe(false)
  })

  it.each([1, 366])("take %d days at the limit", (lookbackDays) => {
    expect(settlementSourceSchema.safeParse({ ...options, lookbackDays }).success).toBe(true)
  })
})
