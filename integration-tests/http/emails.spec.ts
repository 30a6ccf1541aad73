import { mkdtemp, readdir, readFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { createSandbox, type Sandbox } from "../../src/sandbox"
import { createTestDatabase, type TestDatabase } from "../support/database"
import { eventually } from "../support/eventually"
import { Shopper } from "../support/shopper"
import { startStore, type StoreProcess } from "../support/start-store"

interface SentMail {
  to: string
  channel: string
  template: string
  status: string
  trigger_type: string
  resource_id: string
}

interface DeliveredMail {
  to: string
  content: { subject: string; html: string; text: string }
  attachments: { filename: string; content: string }[]
}

let sandbox: Sandbox
let database: TestDatabase
let store: StoreProcess
let shopper: Shopper
let mailbox: string

beforeAll(async () => {
  sandbox = await createSandbox()
  database = await createTestDatabase()
  mailbox = await mkdtemp(path.join(os.tmpdir(), "pagoefectivo-mailbox-"))
  store = await startStore({
    databaseUrl: database.url,
    gatewayUrl: sandbox.apiUrl,
    env: { MAILBOX_FOLDER: mailbox },
  })
  sandbox.setWebhookUrl(store.webhookUrl)
  shopper = new Shopper(store)
}, 300_000)

afterAll(async () => {
  await store?.stop()
  await sandbox?.close()
  await database?.drop()
})

function mailsOf(voucherId: string): Promise<SentMail[]> {
  return database.query<SentMail>(
    "SELECT * FROM notification WHERE resource_id = $1 AND channel = 'email' ORDER BY created_at",
    [voucherId],
  )
}

async function mailOf(voucherId: string, kind: string): Promise<SentMail> {
  const mails = await eventually(
    () => mailsOf(voucherId),
    (found) => found.some(({ trigger_type }) => trigger_type.endsWith(`_${kind}`)),
    { what: `the ${kind} mail` },
  )
  return mails.find(({ trigger_type }) => trigger_type.endsWith(`_${kind}`)) as SentMail
}

async function deliveredTo(address: string): Promise<DeliveredMail> {
  const read = async () => {
    const files = (await readdir(mailbox)).filter((file) => file.endsWith(".json"))
    const mails = await Promise.all(
      files.map(async (file) => JSON.parse(await readFile(path.join(mailbox, file), "utf8"))),
    )
    return (mails as DeliveredMail[]).filter(({ to }) => to === address)
  }
  const [mail] = await eventually(read, (found) => found.length > 0, { what: "the delivered mail" })
  return mail as DeliveredMail
}

describe("a shopper's mails", () => {
  it("bring the code when the order is placed", async () => {
    const { voucher } = await shopper.placeOrder({ email: "rosa@example.pe" })
    await mailOf(voucher.id, "issued")
    const mail = await deliveredTo("rosa@example.pe")
    expect(mail.content.subject).toContain(voucher.cip)
    expect(mail.content.text).toContain(voucher.cip)
    expect(mail.content.html).not.toMatch(/(src|href)="https?:\/\/(?!127\.0\.0\.1)/)
    expect(mail.attachments[0]?.filename).toContain(voucher.cip)
    expect(
      Buffer.from(mail.attachments[0]?.content ?? "", "base64")
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-")
    expect(await mailsOf(voucher.id)).toHaveLength(1)
  })

  it("confirm the payment once, however often the notice comes", async () => {
    const { voucher } = await shopper.placeOrder()
    await sandbox.pay(voucher.cip, { copies: 5 })
    await mailOf(voucher.id, "paid")
    await store.runJob("process-inbox")
    await database.query(
      "UPDATE pagoefectivo_voucher SET captured_at = captured_at - interval '5 minutes' WHERE id = $1",
      [voucher.id],
    )
    await store.runJob("send-emails")
    const paid = (await mailsOf(voucher.id)).filter(({ trigger_type }) =>
      trigger_type.endsWith("_paid"),
    )
    expect(paid).toHaveLength(1)
  })

  it("remind before the deadline and tell when it has passed", async () => {
    const { voucher } = await shopper.placeOrder()
    await database.query(
      "UPDATE pagoefectivo_voucher SET expires_at = now() + interval '1 hour' WHERE id = $1",
      [voucher.id],
    )
    await store.runJob("expire-vouchers")
    await store.runJob("expire-vouchers")
    await mailOf(voucher.id, "expiring")
    await database.query(
      "UPDATE pagoefectivo_voucher SET expires_at = now() - interval '1 minute' WHERE id = $1",
      [voucher.id],
    )
    await store.runJob("expire-vouchers")
    await mailOf(voucher.id, "expired")
    const kinds = (await mailsOf(voucher.id)).map(({ trigger_type }) => trigger_type)
    expect(kinds).toEqual([
      "pagoefectivo.voucher_issued",
      "pagoefectivo.voucher_expiring",
      "pagoefectivo.voucher_expired",
    ])
  })

  it("are caught up on by the job when their event was lost", async () => {
    const { voucher } = await shopper.placeOrder()
    await mailOf(voucher.id, "issued")
    await database.query("DELETE FROM notification WHERE resource_id = $1", [voucher.id])
    await database.query(
      "DELETE FROM pagoefectivo_voucher_event WHERE voucher_id = $1 AND kind = 'email_issued'",
      [voucher.id],
    )
    await database.query(
      "UPDATE pagoefectivo_voucher SET issued_at = issued_at - interval '5 minutes' WHERE id = $1",
      [voucher.id],
    )
    await store.runJob("send-emails")
    expect(await mailsOf(voucher.id)).toHaveLength(1)
  })
})

describe("a store without an e-mail provider", () => {
  it("sells all the same", async () => {
    const other = await createTestDatabase()
    const plain = await startStore({
      databaseUrl: other.url,
      gatewayUrl: sandbox.apiUrl,
      env: { DEVELOPMENT_EMAILS: "off" },
    })
    try {
      const { voucher } = await new Shopper(plain).placeOrder()
      expect(voucher.status).toBe("waiting")
      await plain.runJob("send-emails")
      const [row] = await other.query<{ count: string }>("SELECT count(*) FROM notification")
      expect(row?.count).toBe("0")
    } finally {
      await plain.stop()
      await other.drop()
    }
  })
})
