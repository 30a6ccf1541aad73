import { readFileSync, writeFileSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { Admin } from "../support/admin"
import { BOOT_TIMEOUT_MS, bootShop, type BootedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import type { Voucher } from "../support/shopper"

interface Told {
  name: string
  data: { id: string; order_id?: string }
}

let folder: string
let eventsFile: string
let shop: BootedShop
let admin: Admin

/** The store runs merchant-code.ts beside the plugin. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "pagoefectivo-events-"))
  eventsFile = path.join(folder, "events.jsonl")
  writeFileSync(eventsFile, "")
  shop = await bootShop({ env: { STORE_EVENTS_FILE: eventsFile } })
  admin = await Admin.logIn(shop.store)
}, BOOT_TIMEOUT_MS)

afterAll(async () => {
  await shop?.close()
  await rm(folder, { recursive: true, force: true })
})

function told(): Told[] {
  const lines = readFileSync(eventsFile, "utf8").split("\n").filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Told)
}

function toldOf(name: string, id: string): Promise<Told[]> {
  return eventually(
    async () => told().filter((one) => one.name === `pagoefectivo.${name}` && one.data.id === id),
    (found) => found.length > 0,
    { what: `${name} of ${id}` },
  )
}

async function passDeadline(voucher: Voucher): Promise<void> {
  await shop.database.query(
    `UPDATE pagoefectivo_voucher
     SET expires_at = now() - interval '61 minutes', closing_next_try_at = now() WHERE id = $1`,
    [voucher.id],
  )
}

describe("a merchant's own code", () => {
  it("keeps an order whose code has expired, until its hook lets it go", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    await admin.must(`/admin/orders/${order.id}`, { body: { metadata: { keep: true } } })
    await passDeadline(voucher)
    await shop.store.runJob("expire-vouchers")

    expect((await shop.shopper.order(order.id)).status).toBe("pending")
    const { voucher: waiting } = await admin.must<{ voucher: Record<string, unknown> }>(
      `/admin/pagoefectivo/vouchers/${voucher.id}`,
    )
    expect(waiting).toMatchObject({ status: "expired" })
    expect(JSON.stringify(waiting)).toContain("The shop keeps this order for now")

    await admin.must(`/admin/orders/${order.id}`, { body: { metadata: { keep: "" } } })
    await passDeadline(voucher)
    await shop.store.runJob("expire-vouchers")
    expect((await shop.shopper.order(order.id)).status).toBe("canceled")
  })

  it("confirms a payment whose notice was lost, and again without a second effect", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    await shop.sandbox.behave({ noticesSuppressed: true })
    await shop.sandbox.pay(voucher.cip)
    const input = { voucher_id: voucher.id }

    expect(await shop.store.runWorkflow("confirmPaymentWorkflow", input)).toEqual({
      outcome: "captured",
    })
    expect(await shop.store.runWorkflow("confirmPaymentWorkflow", input)).toEqual({
      outcome: "already_captured",
    })
    const paid = await toldOf("voucher_paid", voucher.id)
    expect(paid).toEqual([
      { name: "pagoefectivo.voucher_paid", data: { id: voucher.id, order_id: order.id } },
    ])
    await shop.sandbox.behave({ noticesSuppressed: false })
  })

  it("is told of a code that the gateway calls expired before the store's own clock does", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    await shop.sandbox.expire(voucher.cip)
    await shop.store.runWorkflow("confirmPaymentWorkflow", { voucher_id: voucher.id })
    const [expired] = await toldOf("voucher_expired", voucher.id)
    expect(expired?.data).toEqual({ id: voucher.id, order_id: order.id })
  })

  it("takes a report in, reconciles, resolves its case, and is told when it is opened again", async () => {
    const file = path.join(folder, "report.csv")
    writeFileSync(
      file,
      `external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,type
nobody's,7000001,settled,69.90,PEN,1.89,68.01,2026-10-07T12:00:00,2026-10-09T12:00:00,payment
`,
    )
    const report = {
      path: file,
      filename: "report.csv",
      source: "erp",
      importedBy: "system",
      providerId: "pp_pagoefectivo_pagoefectivo",
    }
    const imported = { report: { lines_count: 1, quarantined_count: 0 } }
    const run = (input: object) => shop.store.runWorkflow("importSettlementReportWorkflow", input)
    expect(await run({ ...report, dryRun: true })).toMatchObject({
      outcome: "dry_run",
      ...imported,
    })
    expect(await run(report)).toMatchObject({ outcome: "imported", ...imported })
    expect(await run(report)).toMatchObject({ outcome: "already_imported", ...imported })

    expect(await shop.store.runWorkflow("reconcileWorkflow", { actor: "erp" })).toMatchObject({
      status: "completed",
      counts: { unknown_reference: 1 },
    })
    const { cases } = await admin.must<{ cases: { id: string }[] }>(
      "/admin/pagoefectivo/cases?reason=unknown_reference",
    )
    const id = cases[0]?.id ?? ""
    expect(await toldOf("case_opened", id)).toHaveLength(1)

    const decision = { caseId: id, action: "dismiss", note: "Not ours", actor: "erp" }
    expect(await shop.store.runWorkflow("resolveCaseWorkflow", decision)).toEqual({
      id,
      status: "ignored",
    })
    expect(await toldOf("case_resolved", id)).toHaveLength(1)

    await admin.must(`/admin/pagoefectivo/cases/${id}/reopen`, { body: { note: "Looked again" } })
    await eventually(
      () => toldOf("case_opened", id),
      (found) => found.length === 2,
      { what: "the reopening" },
    )
  })
})
