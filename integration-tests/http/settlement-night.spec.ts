import { mkdtemp, readdir, readFile } from "node:fs/promises"
import { createServer, type IncomingMessage, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import os from "node:os"
import path from "node:path"
import { createHmac } from "node:crypto"
import { json } from "node:stream/consumers"
import {
  SFTP_USER,
  startSftpServer,
  type TestSftpServer,
} from "../../src/settlement/__tests__/support/sftp-server"
import { createSandbox, type Sandbox, type SettlementMistake } from "../../src/sandbox"
import type { AdminHealth } from "../../src/http-types"
import { Admin } from "../support/admin"
import { BOOT_TIMEOUT_MS } from "../support/booted-shop"
import { createTestDatabase, type TestDatabase } from "../support/database"
import { exported } from "../support/exported"
import { eventually } from "../support/eventually"
import { openRegion } from "../support/other-currency"
import { SettlementNights, type Case } from "../support/settlement-nights"
import { GUEST_ADDRESS, Shopper, type CartWishes } from "../support/shopper"
import { startStore, type StoreProcess } from "../support/start-store"
import { uploadReport, uploadTable } from "../support/upload"

const ROBOT_SECRET = "SECnot-a-real-secret"
const HOUR_MS = 3_600_000
const ACCOUNTANT = "contabilidad@example.pe"

interface RobotMessage {
  query: URLSearchParams
  body: { msgtype: string; markdown: { title: string; text: string } }
}

let sandbox: Sandbox
let database: TestDatabase
let sftp: TestSftpServer
let robot: Server
let store: StoreProcess
let shopper: Shopper
let admin: Admin
let nights: SettlementNights
let mailbox: string
const messages: RobotMessage[] = []

beforeAll(async () => {
  sandbox = await createSandbox()
  database = await createTestDatabase()
  sftp = await startSftpServer()
  robot = await startRobot()
  mailbox = await mkdtemp(path.join(os.tmpdir(), "pagoefectivo-mailbox-"))
  store = await startStore({
    databaseUrl: database.url,
    gatewayUrl: sandbox.apiUrl,
    env: { MAILBOX_FOLDER: mailbox },
    options: {
      // It may find the payment without a notice before the night does.
      polling: { enabled: false },
      emails: { issued: false, expiring: false, paid: false, expired: false },
      settlement: {
        fx: { settlementCurrency: "PEN", bandPercent: "1.0" },
        fees: {
          tiers: [
            { upTo: "20.00", fixed: "1.50" },
            { upTo: "39.90", fixed: "1.55" },
            { upTo: "95.00", fixed: "1.60" },
            { percent: "3.5" },
          ],
        },
        sources: [
          {
            id: "portal",
            type: "sftp",
            host: "127.0.0.1",
            port: sftp.port,
            ...SFTP_USER,
            hostFingerprint: sftp.fingerprint,
            directory: "liquidaciones",
            pattern: "*.csv",
          },
        ],
      },
      alerts: {
        language: "es",
        threshold: "100.00",
        email: { to: [ACCOUNTANT] },
        dingtalk: {
          webhook: `http://127.0.0.1:${(robot.address() as AddressInfo).port}/robot/send?access_token=t`,
          secret: ROBOT_SECRET,
        },
      },
    },
  })
  sandbox.setWebhookUrl(store.webhookUrl)
  shopper = new Shopper(store)
  admin = await Admin.logIn(store)
  nights = new SettlementNights({ store, database, admin })
}, BOOT_TIMEOUT_MS)

afterAll(async () => {
  await store?.stop()
  await sandbox?.close()
  await sftp?.close()
  await new Promise((closed) => robot?.close(closed))
  await database?.drop()
})

async function startRobot(): Promise<Server> {
  const server = createServer((request: IncomingMessage, response) => {
    void json(request).then((body) => {
      messages.push({
        query: new URL(request.url ?? "", "http://robot").searchParams,
        body: body as RobotMessage["body"],
      })
      response.setHeader("content-type", "application/json")
      response.end(JSON.stringify({ errcode: 0, errmsg: "ok" }))
    })
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  return server
}

interface Mail {
  to: string
  channel: string
  content: { subject: string; text: string; html: string }
}

async function mails(): Promise<Mail[]> {
  const files = (await readdir(mailbox)).filter((file) => file.endsWith(".json")).sort()
  const all = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(path.join(mailbox, file), "utf8")) as Mail),
  )
  return all.filter(({ channel }) => channel === "email")
}

async function order(paid: { captured: boolean } = { captured: true }, wishes: CartWishes = {}) {
  const placed = await shopper.placeOrder(wishes)
  const { cip, id } = placed.voucher
  await sandbox.pay(cip)
  const sold = { orderId: placed.order.id, cip, voucherId: id }
  if (paid.captured) await captured(sold)
  return sold
}

async function captured({ orderId }: { orderId: string }): Promise<void> {
  await eventually(
    () => shopper.order(orderId),
    (found) => found.payment_status === "captured",
    { what: "the captured payment" },
  )
}

type Placed = Awaited<ReturnType<typeof order>>

function serve(name: string, content: Buffer): void {
  sftp.files.set(`liquidaciones/${name}`, { content, mtime: 1_790_000_000 + sftp.files.size })
}

/** One mistake of each kind in the portal's file; see the sandbox. */
const MISTAKES = [
  "missing_line",
  "duplicate_line",
  "wrong_amount",
  "wrong_currency",
  "wrong_fee",
  "refund_line",
  "reversal_line",
  "held",
] as const

const ONE_ROW_UNREADABLE = Buffer.from(
  "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited\n" +
    "FOREIGN-2,9999998,settled,~79,PEN,1.89,78.01,2026-10-01,2026-10-02\n",
)

describe("a settlement night", () => {
  const placed = new Map<string, Placed>()

  it(
    "finds exactly what is wrong in the report, and heals the payment whose notice was lost",
    async () => {
      await store.runJob("settlement-night")
      for (const kind of [...MISTAKES, "unknown_reference"]) {
        placed.set(kind, await order({ captured: false }))
      }
      await Promise.all([...placed.values()].map(captured))
      await sandbox.behave({ noticesSuppressed: true })
      const silent = await order({ captured: false })
      await sandbox.behave({ noticesSuppressed: false })
      placed.set("silent", silent)
      await payLongAgo(placed.get("missing_line")!)

      const mutate: SettlementMistake[] = [
        ...MISTAKES.map((kind) => ({ kind, cip: placed.get(kind)!.cip }) as SettlementMistake),
        { kind: "unknown_reference", cip: placed.get("unknown_reference")!.cip },
      ]
      const file = await sandbox.settlementFile({ format: "standard_csv", mutate })
      serve(file.filename, file.content)
      serve("roto.csv", Buffer.from("<html>mantenimiento</html>"))
      serve("borroso.csv", ONE_ROW_UNREADABLE)

      const run = await nights.spend(1)
      expect(run).toMatchObject({ trigger: "schedule", status: "completed" })
      expect(run.counts).toEqual({
        missing_capture: 1,
        unknown_reference: 1,
        unsettled: 1,
        amount_mismatch: 1,
        currency_mismatch: 1,
        duplicate_line: 1,
        refund_unexpected: 1,
        reversed: 1,
        fee_mismatch: 1,
        held: 1,
      })
      const ofReason = new Map((await nights.cases()).map((one) => [one.reason, one]))
      const expected: Record<string, [kind: string, facts: Partial<Case>]> = {
        missing_capture: [
          "silent",
          { status: "resolved", resolution: "healed", amount_at_risk: "79.90" },
        ],
        unsettled: ["missing_line", { amount_at_risk: "79.90" }],
        duplicate_line: ["duplicate_line", { amount_at_risk: "79.90" }],
        amount_mismatch: [
          "wrong_amount",
          { expected: { amount: "79.90" }, actual: { amount: "80.90" }, amount_at_risk: "1.00" },
        ],
        currency_mismatch: [
          "wrong_currency",
          { actual: { amount: "79.90", currency_code: "usd" }, amount_at_risk: "79.90" },
        ],
        fee_mismatch: [
          "wrong_fee",
          { expected: { fee: "1.89" }, actual: { fee: "1.99" }, amount_at_risk: "0.10" },
        ],
        refund_unexpected: [
          "refund_line",
          { expected: { refunded_amount: "0.00" }, actual: { refunded_amount: "79.90" } },
        ],
        reversed: ["reversal_line", { amount_at_risk: "79.90" }],
        held: ["held", { detail: "settlement", amount_at_risk: "79.90" }],
      }
      for (const [reason, [kind, facts]] of Object.entries(expected)) {
        const { cip, orderId } = placed.get(kind)!
        expect(ofReason.get(reason)).toMatchObject({
          status: "open",
          cip,
          order_id: orderId,
          ...facts,
        })
      }
      expect(ofReason.get("unknown_reference")).toMatchObject({
        status: "open",
        cip: null,
        actual: { external_reference: "FOREIGN-1", payment_id: "9999999" },
      })
      const healed = await shopper.order(silent.orderId)
      expect(healed.payment_status).toBe("captured")
    },
    BOOT_TIMEOUT_MS,
  )

  it("tells of it once: in the admin's feed, by mail, and to the signed DingTalk robot", async () => {
    const digests = messages.filter(({ body }) => /casos/.test(body.markdown.title))
    expect(messages).toHaveLength(1)
    const [digest] = digests
    expect(digest?.body.markdown.title).toMatch(/^PagoEfectivo: hay 9 casos abiertos, /)
    expect(digest?.body.markdown.text).toMatch(/El monto no coincide: 1 \(S\/\u00a01\.00\)/)
    expect(digest?.body.markdown.text).toMatch(/Fuente portal: 2 reportes nuevos/)
    expect(digest?.body.markdown.text).toMatch(/No se pudo leer roto\.csv/)
    expect(digest?.body.markdown.text).toMatch(/borroso\.csv, «amount» \(1\): se esperaba un monto/)
    const timestamp = digest!.query.get("timestamp")!
    expect(Math.abs(Date.now() - Number(timestamp))).toBeLessThan(HOUR_MS)
    expect(digest!.query.get("access_token")).toBe("t")
    expect(digest!.query.get("sign")).toBe(
      createHmac("sha256", ROBOT_SECRET).update(`${timestamp}\n${ROBOT_SECRET}`).digest("base64"),
    )
    const { notifications } = await admin.must<{ notifications: { data: { title: string } }[] }>(
      "/admin/notifications?channel=feed",
    )
    expect(notifications.map(({ data }) => data.title)).toEqual([digest?.body.markdown.title])
    const [mail, ...others] = await mails()
    expect([mail?.to, others]).toEqual([ACCOUNTANT, []])
    expect(mail?.content.subject).toBe(digest?.body.markdown.title)
    expect(mail?.content.text).toMatch(/^El monto no coincide: 1 \(S\/\u00a01\.00\)$/m)
    expect(mail?.content.html).toMatch(/<li>El monto no coincide: 1 \(S\/\u00a01\.00\)<\/li>/)
    expect(store.log()).not.toContain(ROBOT_SECRET)
    expect(store.log()).not.toContain(SFTP_USER.password)
  })

  it("takes each file once, and is made up once when it was missed", async () => {
    const before = sftp.connections()
    await store.runJob("settlement-night")
    expect(sftp.connections()).toBe(before)
    expect(await nights.runs()).toHaveLength(1)
    const reports = await admin.must<{ settlement_reports: { source: string }[]; count: number }>(
      "/admin/pagoefectivo/settlement-reports?status=imported",
    )
    expect(reports.settlement_reports.map(({ source }) => source)).toEqual([
      "sftp:portal",
      "sftp:portal",
    ])
  })

  it("the next night heals what the next report makes whole, past files that can't be taken, and opens nothing twice", async () => {
    const missing = placed.get("missing_line")!
    const file = await sandbox.settlementFile({ format: "standard_csv" })
    const lines = file.content.toString().trim().split(/\r?\n/)
    const own = lines.filter((line, index) => index === 0 || line.includes(`,${missing.cip},`))
    for (const name of ["se va.csv", "cambia.csv"]) serve(name, Buffer.from(lines[0] ?? ""))
    const whole = Buffer.from(`${own.join("\n")}\n`)
    serve("siguiente.csv", whole)
    sftp.onStat = (at) => {
      if (at.endsWith("se va.csv")) sftp.files.delete(at)
      if (at.endsWith("cambia.csv")) sftp.files.set(at, { content: Buffer.from("más largo") })
    }
    const run = await nights.spend(2)
    sftp.onStat = () => undefined
    sftp.files.delete("liquidaciones/cambia.csv")
    expect(messages[1]?.body.markdown.text).toMatch(/se va\.csv: .*cambia\.csv: /s)
    expect(run.counts).toMatchObject({ unknown_reference: 1, held: 1 })
    expect(run.counts).not.toHaveProperty("unsettled")
    const all = await nights.cases()
    expect(all.find(({ reason }) => reason === "unsettled")).toMatchObject({
      status: "resolved",
      resolution: "healed",
    })
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(messages).toHaveLength(2)
  })

  it("goes on without a source that does not answer, after three tries, and says so", async () => {
    sftp.faults.dropConnections = 1_000
    await nights.makeDue()
    for (let tries = 0; tries < 3; tries++) await store.runJob("settlement-night")
    sftp.faults.dropConnections = 0
    const ended = await eventually(
      () => nights.runs(),
      (all) => all.length === 3,
      { what: "the third night" },
    )
    expect(ended[2]).toMatchObject({ status: "completed", trigger: "schedule" })
    expect(messages[2]?.body.markdown.text).toMatch(/No se pudo descargar de la fuente portal/)
    const { health } = await admin.must<{ health: AdminHealth }>("/admin/pagoefectivo/health")
    expect(health.checks.find(({ id }) => id === "sources")).toMatchObject({
      state: "warning",
      data: { finding: "failed", sources: ["portal"] },
    })
  })

  it("tells at once of a case between two runs, from the threshold on", async () => {
    const told = messages.length
    const small = placed.get("wrong_fee")!
    const large = await order({ captured: true }, { quantity: 2 })
    for (const { cip, voucherId } of [small, large]) {
      await sandbox.reverse(cip)
      await admin.must(`/admin/pagoefectivo/vouchers/${voucherId}/check`, { body: {} })
    }
    const open = await nights.cases()
    expect(
      open.filter(({ reason, detail }) => reason === "reversed" && detail !== "settlement"),
    ).toHaveLength(2)
    await eventually(
      () => Promise.resolve(messages.slice(told)),
      (news) => news.length > 0,
      { what: "the message about the large case" },
    )
    expect(messages.slice(told).map(({ body }) => body.markdown)).toEqual([
      {
        title: "PagoEfectivo: Pago revertido (S/\u00a0149.80)",
        text: expect.stringContaining(`Pedido: ${large.orderId}`) as string,
      },
    ])
    const [last] = (await mails()).slice(-1)
    expect(last?.content.subject).toBe("PagoEfectivo: Pago revertido (S/\u00a0149.80)")
  })

  it("adds up what was charged beyond the rate card", async () => {
    const now = new Date()
    const day = new Date(now.getTime() - 5 * HOUR_MS).toISOString().slice(0, 10)
    const url = `/admin/pagoefectivo/fee-totals?from=${day}&to=2099-01-01`
    const refused = await admin.call<{ message: string }>(url)
    expect(refused.body.message).toMatch(/at most 366 days/)
    const to = new Date(now.getTime() + 300 * 24 * HOUR_MS).toISOString().slice(0, 10)
    const { fee_totals } = await admin.must<{
      fee_totals: Record<string, string | number>[]
    }>(`/admin/pagoefectivo/fee-totals?from=${day}&to=${to}&by=month`)
    const sum = (name: string) => fee_totals.reduce((all, one) => all + Number(one[name]), 0)
    expect(fee_totals[0]).toMatchObject({ period: expect.stringMatching(/^\d{4}-\d\d$/) as string })
    expect(sum("overcharged").toFixed(2)).toBe("0.10")
    expect(sum("undercharged").toFixed(2)).toBe("0.00")
    expect((sum("charged") - sum("unjudged") - sum("expected")).toFixed(2)).toBe("0.10")

    const asked = `from=${day}&to=${to}&by=month&words=es&format=xlsx`
    const { rows } = await exported({ store }, admin, "/fee-totals", asked)
    const column = (name: string) => rows.reduce((all, row) => all + Number(row[name]), 0)
    expect(column("De más").toFixed(2)).toBe("0.10")
    expect(column("Cobrado").toFixed(2)).toBe(sum("charged").toFixed(2))
    expect(column("Pagos")).toBe(sum("lines_count"))
  })

  it("holds an exchange rate against a reference that came by file", async () => {
    const region = await openRegion(admin, store, { currency: "usd", country: "us", price: 20 })
    const buyer = new Shopper(region)
    const { order: sold, voucher } = await buyer.placeOrder({
      address: { ...GUEST_ADDRESS, country_code: "us" },
    })
    await sandbox.pay(voucher.cip)
    await eventually(
      () => buyer.order(sold.id),
      (found) => found.payment_status === "captured",
      { what: "the captured payment" },
    )
    const now = new Date()
    const day = new Date(now.getTime() - 5 * HOUR_MS).toISOString().slice(0, 10)
    const rates = `day,from,to,rate\n${day},USD,PEN,3.75\n${day},USD,EUR,nan\n`
    const { status, body } = await uploadTable(admin, "/exchange-rates", rates)
    expect([status, body.table]).toMatchObject([200, { rows_count: 1, quarantined_count: 1 }])
    const { body: again } = await uploadTable(admin, "/exchange-rates", rates)
    expect(again).toMatchObject({
      already_imported: { at: expect.any(String) as string },
      table: { id: body.table.id, quarantined_count: 1 },
    })
    const report = [
      "external_reference,payment_id,status,amount,currency,date_created,date_credited,settlement_currency,fx_rate",
      `,${voucher.cip},settled,25.00,USD,${now.toISOString()},${now.toISOString()},PEN,3.60`,
      "",
    ].join("\n")
    expect((await uploadReport(admin, "dolares.csv", report)).status).toBe(201)
    const { reconciliation } = await admin.must<{ reconciliation: { id: string } }>(
      "/admin/pagoefectivo/reconciliations",
      { body: {} },
    )
    await eventually(
      () => nights.runs(),
      (all) => all.some(({ id, status }) => id === reconciliation.id && status === "completed"),
      { what: "the run" },
    )
    expect((await nights.cases()).filter(({ reason }) => reason === "fx_mismatch")).toEqual([
      expect.objectContaining({
        detail: "rate",
        order_id: sold.id,
        expected: { fx_rate: "3.75", band_percent: "1.0" },
        actual: { fx_rate: "3.6" },
        amount_at_risk: "1.00",
      }),
    ])
    const { exchange_rates } = await admin.must<{ exchange_rates: object[] }>(
      "/admin/pagoefectivo/exchange-rates",
    )
    expect(exchange_rates).toMatchObject([
      { day, from: "usd", to: "pen", rate: "3.75", file: { id: body.table.id, line: 2 } },
    ])
  })

  /** Paid and captured so long ago that its settlement is overdue. */
  async function payLongAgo({ voucherId }: Placed): Promise<void> {
    await database.query(
      "UPDATE pagoefectivo_voucher SET paid_at = paid_at - interval '30 days' WHERE id = $1",
      [voucherId],
    )
  }
})
