import { Admin } from "../support/admin"
import { BOOT_TIMEOUT_MS, bootShop, type BootedShop } from "../support/booted-shop"
import { booksOf } from "../support/books"
import { eventually } from "../support/eventually"
import { reportOf, SettlementDesk } from "../support/settlement-desk"
import type { Run } from "../support/settlement-nights"
import { startStore } from "../support/start-store"
import { uploadReport } from "../support/upload"

let shop: BootedShop
let desk: SettlementDesk

beforeAll(async () => {
  shop = await bootShop()
  desk = await SettlementDesk.open(shop)
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

describe("a store that is killed in the middle of an import and of a run", () => {
  it("starts both over, with the result that they would have had", async () => {
    const { amount_mismatch: before = 0, ...others } = (await desk.reconcile()).counts
    const paid = [await desk.paidOrder(), await desk.paidOrder()]
    const silent = await shop.shopper.placeOrder()
    await desk.paySilently(silent.voucher.cip)
    for (const { cip } of paid) {
      await desk.uploadSettlement(cip, { kind: "wrong_amount", cip, amount: "60.00" })
    }
    await desk.uploadSettlement(silent.voucher.cip)

    // Cases are written, and not yet announced; rows are in the database, and not yet committed.
    const letRunGoOn = await shop.database.holdWrites("pagoefectivo_voucher_event")
    const { reconciliation } = await desk.admin.must<{ reconciliation: Run }>(
      "/admin/pagoefectivo/reconciliations",
      { body: {} },
    )
    await eventually(shop.database.waiting, (count) => count === 1, { what: "the run's wait" })
    const letImportGoOn = await shop.database.holdWrites("pagoefectivo_settlement_line")
    const rows = Array.from({ length: 500 }, (_, n) => `KILLED-${n},${n},settled,1.00,PEN`)
    const file = reportOf(...rows)
    const upload = uploadReport(desk.admin, "killed.csv", file).catch(() => "cut off")
    await eventually(shop.database.waiting, (count) => count === 2, { what: "the import's wait" })
    await shop.store.kill()
    expect(await upload).toBe("cut off")
    await Promise.all([letRunGoOn(), letImportGoOn()])
    await eventually(shop.database.waiting, (count) => count === 0, { what: "the end of waiting" })
    expect(await killedLines()).toEqual([])

    const restarted = await startStore({
      databaseUrl: shop.database.url,
      gatewayUrl: shop.sandbox.apiUrl,
    })
    try {
      const admin = await Admin.logIn(restarted)
      await shop.database.query(
        "UPDATE pagoefectivo_reconciliation SET heartbeat_at = now() - interval '1 hour' WHERE id = $1",
        [reconciliation.id],
      )
      await restarted.runJob("settlement-night")
      const { reconciliation: run } = await admin.must<{ reconciliation: Run }>(
        `/admin/pagoefectivo/reconciliations/${reconciliation.id}`,
      )
      expect(run).toMatchObject({
        status: "completed",
        counts: { ...others, amount_mismatch: before + 2, missing_capture: 1 },
        changes: { captured: 1, cases: { amount_mismatch: { open: before + 2, opened: 2 } } },
      })
      const books = await booksOf(shop.database, silent.order.id)
      expect(books).toEqual({ payments: 1, captures: 1, transactions: 1 })

      const { status, body } = await uploadReport(admin, "killed.csv", file)
      expect([status, body.settlement_report]).toMatchObject([
        201,
        { status: "imported", lines_count: 500, duplicates_count: 0, quarantined_count: 0 },
      ])
      expect(await killedLines()).toEqual([{ report_id: body.settlement_report.id, count: "500" }])
    } finally {
      await restarted.stop()
    }
  })

  function killedLines(): Promise<{ report_id: string; count: string }[]> {
    return shop.database.query(
      `SELECT report_id, count(*) FROM pagoefectivo_settlement_line
       WHERE external_reference LIKE 'KILLED-%' GROUP BY report_id`,
    )
  }
})
