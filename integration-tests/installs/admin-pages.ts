import type { Browser, Page } from "playwright-core"
import { openBrowser } from "../support/browser"

/** What the plugin puts on a page. */
const OURS = "[data-pagoefectivo]"

export const PAGES = {
  "/pagoefectivo": "PagoEfectivo",
  "/pagoefectivo/setup": "First steps",
  "/pagoefectivo/cases": "Cases",
  "/pagoefectivo/settlements": "Settlements",
  "/pagoefectivo/payouts": "Payouts",
  "/pagoefectivo/vouchers": "Codes",
  "/pagoefectivo/refunds": "Refunds",
  "/pagoefectivo/notices": "Notices",
  "/pagoefectivo/health": "Health",
  "/pagoefectivo/settings": "Settings",
} as const

/** The admin of a store that runs as in production, in a browser of its own. */
export class AdminPages {
  /** Errors that nobody caught on the pages. */
  readonly errors: string[] = []

  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on("pageerror", (error) => this.errors.push(String(error)))
  }

  static async logIn(url: string, user: { email: string; password: string }): Promise<AdminPages> {
    const browser = await openBrowser()
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      // The session's cookie wants https; a store in production has a proxy that says so.
      extraHTTPHeaders: { "x-forwarded-proto": "https" },
    })
    await context.addCookies([{ name: "lng", value: "en", url }])
    const pages = new AdminPages(browser, await context.newPage(), url)
    await pages.page.goto(`${url}/app/login`)
    await pages.page.fill('input[name="email"]', user.email)
    await pages.page.fill('input[name="password"]', user.password)
    await pages.page.click('button[type="submit"]')
    await pages.page.waitForURL("**/app/orders")
    return pages
  }

  /** Opens a page of the admin and gives what the plugin put there. */
  async ours(route: string) {
    await this.page.goto(`${this.url}/app${route}`)
    const ours = this.page.locator(OURS)
    await ours.first().waitFor()
    return ours
  }

  /** The entries of the sidebar that lead to the plugin's pages. */
  async menu(): Promise<string[]> {
    // The root stands there twice, once for phones only.
    const entries = this.page.locator('aside a[href*="/pagoefectivo"]').filter({ visible: true })
    await entries.nth(Object.keys(PAGES).length - 1).waitFor()
    return entries.allInnerTexts()
  }

  close(): Promise<void> {
    return this.browser.close()
  }
}
