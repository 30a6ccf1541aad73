import { screenshot } from "../support/browser"
import { eventually } from "../support/eventually"
import { voucherOf, type Order } from "../support/shopper"
import { AdminPages, PAGES } from "./admin-pages"
import { ADMIN, type InstalledShop } from "./installed-shop"

/** The built admin shows the order's money, what does not add up, and all of the plugin's pages. */
export async function expectAdmin(shop: InstalledShop, sold: Order): Promise<void> {
  await settleForeignMoney(shop)
  const pages = await AdminPages.logIn(shop.backendUrl, ADMIN)
  try {
    const widget = await pages.ours(`/orders/${sold.id}`)
    await widget.getByText(voucherOf(sold).cip).waitFor()
    await widget.getByText("Payment booked on the order").waitFor()
    await screenshot(pages.page, "installed-order")
    const banner = await pages.ours("/orders")
    await banner.getByText("1 open case").waitFor()
    await screenshot(pages.page, "installed-orders")
    for (const [route, title] of Object.entries(PAGES)) {
      const page = await pages.ours(route)
      await page.getByRole("heading", { name: title, exact: true }).first().waitFor()
      await pages.page.waitForLoadState("networkidle")
      expect(await pages.page.getByRole("alert").count()).toBe(0)
      await screenshot(pages.page, `installed-${title.toLowerCase()}`)
    }
    expect(await pages.menu()).toEqual(Object.values(PAGES))
    expect(pages.errors).toEqual([])
  } finally {
    await pages.close()
  }
}

/** A report with a line that is not of this store, reconciled. */
async function settleForeignMoney(shop: InstalledShop): Promise<void> {
  const form = new FormData()
  const header = "external_reference,payment_id,status,amount,currency,date_created,date_credited"
  const row = "OTHER-1,900001,settled,10.00,PEN,2026-01-05,2026-01-06"
  form.append("file", new Blob([`${header}\n${row}\n`]), "settlement.csv")
  await shop.admin("POST", "/admin/pagoefectivo/settlement-reports", form)
  await shop.admin("POST", "/admin/pagoefectivo/reconciliations", {})
  await eventually(
    () => shop.admin("GET", "/admin/pagoefectivo/cases"),
    ({ count }) => count === 1,
    { what: "the case of the foreign line" },
  )
}
