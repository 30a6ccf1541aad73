import { Admin } from "../support/admin"
import { bootShop, BOOT_TIMEOUT_MS, type BootedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { createMailbox, type DeliveredMail, type Mailbox } from "../support/mailbox"
import type { Voucher } from "../support/shopper"

interface SentMail {
  to: string
  channel: string
  template: string
  status: string
  trigger_type: string
  resource_id: string
}

/** Sends the ready mails, all of them. */
let shop: BootedShop
let mailbox: Mailbox
/** Replaces two of its mails by templates of its e-mail provider, and sends no others. */
let chooser: BootedShop
let chosen: Mailbox

beforeAll(async () => {
  mailbox = await createMailbox()
  chosen = await createMailbox()
  const booting = bootShop({ env: { MAILBOX_FOLDER: mailbox.folder } })
  chooser = await bootShop({
    env: { MAILBOX_FOLDER: chosen.folder },
    options: {
      shopName: "Bodega Doña Peta",
      emails: {
        issued: { template: "d-issued" },
        expiring: false,
        paid: { template: "d-paid" },
        expired: false,
        from: "caja@tienda.example",
      },
    },
  })
  shop = await booting
}, BOOT_TIMEOUT_MS)

afterAll(async () => {
  await shop?.close()
  await chooser?.close()
})

function mailsOf({ database }: BootedShop, voucherId: string): Promise<SentMail[]> {
  return database.query<SentMail>(
    "SELECT * FROM notification WHERE resource_id = $1 AND channel = 'email' ORDER BY created_at",
    [voucherId],
  )
}

async function kindsSent(where: BootedShop, { id }: Voucher): Promise<string[]> {
  const mails = await mailsOf(where, id)
  return mails.map(({ trigger_type }) => trigger_type.replace("pagoefectivo.voucher_", ""))
}

/** A mail is sent when it is noted, which comes after it was handed over. */
async function sent({ database }: BootedShop, { id }: Voucher, kind: string): Promise<void> {
  await eventually(
    () =>
      database.query(
        "SELECT id FROM pagoefectivo_voucher_event WHERE voucher_id = $1 AND kind = $2",
        [id, `email_${kind}`],
      ),
    (notes) => notes.length > 0,
    { what: `the ${kind} mail` },
  )
}

async function deadlineIn({ database }: BootedShop, { id }: Voucher, minutes: number) {
  await database.query(
    "UPDATE pagoefectivo_voucher SET expires_at = now() + make_interval(mins => $2) WHERE id = $1",
    [id, minutes],
  )
}

/** Lets the moments of a code's life be so long ago that the mail job looks after them. */
async function letFiveMinutesPass({ database }: BootedShop, { id }: Voucher): Promise<void> {
  await database.query(
    `UPDATE pagoefectivo_voucher
        SET issued_at = issued_at - interval '5 minutes',
            reminded_at = reminded_at - interval '5 minutes',
            captured_at = captured_at - interval '5 minutes',
            expiry_announced_at = expiry_announced_at - interval '5 minutes'
      WHERE id = $1`,
    [id],
  )
}

function beginsAsPdf(mail: DeliveredMail): boolean {
  const file = Buffer.from(mail.attachments[0]?.content ?? "", "base64")
  return file.subarray(0, 5).toString() === "%PDF-"
}

describe("a shopper's mails", () => {
  it("bring the code when the order is placed", async () => {
    const { voucher } = await shop.shopper.placeOrder({ email: "rosa@example.pe" })
    await sent(shop, voucher, "issued")
    const mail = await mailbox.find(({ to }) => to === "rosa@example.pe", "Rosa's mail")
    expect(mail.content?.subject).toContain(voucher.cip)
    expect(mail.content?.text).toContain(voucher.cip)
    expect(mail.content?.html).not.toMatch(/(src|href)="https?:\/\/(?!127\.0\.0\.1)/)
    expect(mail.attachments[0]?.filename).toContain(voucher.cip)
    expect(beginsAsPdf(mail)).toBe(true)
    expect(await mailsOf(shop, voucher.id)).toHaveLength(1)
  })

  it("confirm the payment once, however often the notice comes", async () => {
    const { voucher } = await shop.shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip, { copies: 5 })
    await sent(shop, voucher, "paid")
    await shop.store.runJob("process-inbox")
    await letFiveMinutesPass(shop, voucher)
    await shop.store.runJob("send-emails")
    expect((await kindsSent(shop, voucher)).filter((kind) => kind === "paid")).toHaveLength(1)
  })

  it("remind before the deadline and tell when it has passed", async () => {
    const { voucher } = await shop.shopper.placeOrder({ email: "luz@example.pe" })
    await deadlineIn(shop, voucher, 60)
    await shop.store.runJob("expire-vouchers")
    await shop.store.runJob("expire-vouchers")
    await sent(shop, voucher, "expiring")
    await deadlineIn(shop, voucher, -1)
    await shop.store.runJob("expire-vouchers")
    await sent(shop, voucher, "expired")
    expect(await kindsSent(shop, voucher)).toEqual(["issued", "expiring", "expired"])
    const mails = (await mailbox.all()).filter(({ to }) => to === "luz@example.pe")
    expect(mails.map((mail) => [mail.attachments.length, beginsAsPdf(mail)])).toEqual([
      [1, true],
      [1, true],
      [0, false],
    ])
  })

  it("tell of each refund that was transferred, once", async () => {
    const { order, voucher } = await shop.shopper.placeOrder({ email: "ida@example.pe" })
    await shop.sandbox.pay(voucher.cip)
    await sent(shop, voucher, "paid")
    const admin = await Admin.logIn(shop.store)
    const { order: paid } = await admin.must<{
      order: { payment_collections: { payments: { id: string }[] }[] }
    }>(`/admin/orders/${order.id}?fields=payment_collections.payments.id`)
    const [payment] = paid.payment_collections.flatMap(({ payments }) => payments)
    await admin.must(`/admin/payments/${payment!.id}/refund`, { body: { amount: 30 } })
    await admin.must(`/admin/payments/${payment!.id}/refund`, { body: { amount: 9.5 } })
    const { refunds } = await admin.must<{ refunds: { id: string; amount: string }[] }>(
      `/admin/pagoefectivo/refunds?voucher_id=${voucher.id}`,
    )
    expect((await kindsSent(shop, voucher)).includes("refunded")).toBe(false)
    for (const { id, amount } of refunds) {
      const body = { date: new Date().toISOString(), reference: `N-${amount}` }
      await admin.must(`/admin/pagoefectivo/refunds/${id}/transferred`, { body })
      await mailbox.find(
        ({ to, content }) =>
          to === "ida@example.pe" &&
          content!.subject.startsWith(`Te devolvimos S/ ${amount}`) &&
          content!.text.includes(`Número de operación: N-${amount}`),
        `the mail of ${amount}`,
      )
    }
    const notes = () =>
      shop.database.query<{ refund: string }>(
        `SELECT data ->> 'refund_id' AS refund FROM pagoefectivo_voucher_event
          WHERE voucher_id = $1 AND kind = 'email_refunded'`,
        [voucher.id],
      )
    await eventually(notes, (all) => all.length === 2, { what: "the notes of both mails" })

    // One whose event was lost is caught up on; the other is not sent again.
    const [lost] = refunds
    await shop.database.query(
      "DELETE FROM notification WHERE idempotency_key LIKE '%:refunded:' || $1",
      [lost!.id],
    )
    await shop.database.query(
      "DELETE FROM pagoefectivo_voucher_event WHERE data ->> 'refund_id' = $1 AND kind = 'email_refunded'",
      [lost!.id],
    )
    await shop.database.query(
      "UPDATE pagoefectivo_refund SET updated_at = updated_at - interval '5 minutes'",
    )
    await shop.store.runJob("send-emails")
    await shop.store.runJob("send-emails")
    const sentMails = (await kindsSent(shop, voucher)).filter((kind) => kind === "refunded")
    expect(sentMails).toHaveLength(2)
    expect((await notes()).map(({ refund }) => refund).sort()).toEqual(
      refunds.map(({ id }) => id).sort(),
    )
  })

  it("are caught up on by the job when their event was lost", async () => {
    const { voucher } = await shop.shopper.placeOrder()
    await sent(shop, voucher, "issued")
    await shop.database.query("DELETE FROM notification WHERE resource_id = $1", [voucher.id])
    await shop.database.query(
      "DELETE FROM pagoefectivo_voucher_event WHERE voucher_id = $1 AND kind = 'email_issued'",
      [voucher.id],
    )
    await letFiveMinutesPass(shop, voucher)
    await shop.store.runJob("send-emails")
    expect(await mailsOf(shop, voucher.id)).toHaveLength(1)
  })

  it("stop no other mail when their order is gone", async () => {
    const { order, voucher } = await shop.shopper.placeOrder({ email: "gone@example.pe" })
    await sent(shop, voucher, "issued")
    await shop.database.query('UPDATE "order" SET deleted_at = now() WHERE id = $1', [order.id])
    await deadlineIn(shop, voucher, 60)
    await shop.store.runJob("expire-vouchers")
    await letFiveMinutesPass(shop, voucher)
    await shop.store.runJob("send-emails")
    expect(await kindsSent(shop, voucher)).toEqual(["issued"])
  })
})

/** As if the process died after each commit, before it could announce anything. */
async function dieAfterCommits({ database }: BootedShop): Promise<() => Promise<void>> {
  await database.query(`
    CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN UPDATE pagoefectivo_pending_event SET id = DEFAULT WHERE id = NEW.id;
         RETURN NULL; END';
    CREATE TRIGGER lose AFTER INSERT ON pagoefectivo_pending_event
      FOR EACH ROW EXECUTE FUNCTION lose()`)
  return async () => {
    await database.query(`
      DROP FUNCTION lose CASCADE;
      UPDATE pagoefectivo_pending_event SET at = at - interval '2 minutes'`)
  }
}

describe("events whose process died before it announced them", () => {
  it("are announced by the job", async () => {
    const pending = () =>
      shop.database.query<{ name: string }>(
        "SELECT name FROM pagoefectivo_pending_event ORDER BY name",
      )
    expect(await pending()).toEqual([])
    const comeBack = await dieAfterCommits(shop)
    const whole = await shop.shopper.placeOrder()
    const short = await shop.shopper.placeOrder()
    const names = [
      "case_opened",
      "voucher_expiring",
      "voucher_issued",
      "voucher_issued",
      "voucher_paid",
    ]
    await deadlineIn(shop, whole.voucher, 60)
    await eventually(pending, (all) => all.length === 2, { what: "the codes with their orders" })
    await shop.store.runJob("expire-vouchers")
    await shop.sandbox.pay(whole.voucher.cip)
    await shop.sandbox.pay(short.voucher.cip, { amount: "70.00" })
    await eventually(pending, (all) => all.length === names.length, { what: "the events" })
    expect((await pending()).map(({ name }) => name)).toEqual(
      names.map((name) => `pagoefectivo.${name}`),
    )
    await shop.store.runJob("announce-events")
    expect(await pending()).toHaveLength(names.length)

    await comeBack()
    await shop.store.runJob("announce-events")
    expect(await pending()).toEqual([])
    await sent(shop, whole.voucher, "paid")
    const alert = await eventually(
      () =>
        shop.database.query<{ data: { description: string } }>(
          `SELECT n.data FROM notification n JOIN pagoefectivo_case c ON c.id = n.resource_id
           WHERE n.channel = 'feed' AND c.voucher_id = $1`,
          [short.voucher.id],
        ),
      (all) => all.length > 0,
      { what: "the alert of the case" },
    )
    expect(alert[0]?.data.description).toContain(short.order.id)
  })
})

describe("a store that chose its mails", () => {
  it("hands its own template the same data, and sends none that is switched off", async () => {
    const { voucher } = await chooser.shopper.placeOrder()
    await sent(chooser, voucher, "issued")
    await deadlineIn(chooser, voucher, 60)
    await chooser.store.runJob("expire-vouchers")
    await letFiveMinutesPass(chooser, voucher)
    await chooser.store.runJob("send-emails")
    await chooser.sandbox.pay(voucher.cip)
    await sent(chooser, voucher, "paid")
    expect(await kindsSent(chooser, voucher)).toEqual(["issued", "paid"])

    const [issued, paid] = await chosen.all()
    expect(issued).toMatchObject({
      template: "d-issued",
      from: "caja@tienda.example",
      data: {
        subject: expect.stringContaining(voucher.cip),
        cip: voucher.cip,
        status: "waiting",
        amount: "79.90",
        formatted: { amount: "S/ 79.90" },
        shop_name: "Bodega Doña Peta",
        first_name: "María José",
        page_url: voucher.page_url,
      },
    })
    expect(issued?.content).toBeUndefined()
    expect(issued && beginsAsPdf(issued)).toBe(true)
    expect(paid).toMatchObject({ template: "d-paid", data: { status: "paid", cip: voucher.cip } })
    expect(paid?.attachments).toEqual([])
  })

  it("says nothing when a code expires, now or later", async () => {
    const { voucher } = await chooser.shopper.placeOrder()
    await deadlineIn(chooser, voucher, -1)
    await chooser.store.runJob("expire-vouchers")
    await letFiveMinutesPass(chooser, voucher)
    await chooser.store.runJob("send-emails")
    expect(await kindsSent(chooser, voucher)).toEqual(["issued"])
  })

  it("catches up on a wanted mail behind any number of unwanted ones", async () => {
    const { voucher } = await chooser.shopper.placeOrder()
    await chooser.sandbox.pay(voucher.cip)
    await sent(chooser, voucher, "paid")
    await chooser.database.query("DELETE FROM notification WHERE resource_id = $1", [voucher.id])
    await chooser.database.query(
      "DELETE FROM pagoefectivo_voucher_event WHERE voucher_id = $1 AND kind = 'email_paid'",
      [voucher.id],
    )
    await letFiveMinutesPass(chooser, voucher)
    await chooser.database.query(
      `INSERT INTO pagoefectivo_voucher
         (id, token, transaction_code, gateway_id, cip, provider_id, payment_session_id, order_id,
          attempt, amount_centimos, currency_code, status, issued_at, expires_at, expiry_announced_at)
       SELECT 'pevou_unwanted_' || n, 'unwanted-' || n, 'unwanted-' || n, 'unwanted-' || n, cip,
              provider_id, payment_session_id, order_id, attempt, amount_centimos, currency_code,
              'expired', issued_at, expires_at, now() - interval '1 hour'
         FROM pagoefectivo_voucher, generate_series(1, 60) n WHERE id = $1`,
      [voucher.id],
    )
    await chooser.store.runJob("send-emails")
    expect(await kindsSent(chooser, voucher)).toEqual(["paid"])
  })
})
