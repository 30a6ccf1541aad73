import type { Browser, Locator, Page } from "playwright-core"
import { openBrowser, overflow, screenshot, watch, type Watch } from "../support/browser"

const WIDTHS = [1280, 390]
const HEIGHT = 844

const ADDRESS = {
  first_name: "Ana",
  last_name: "Quispe",
  address_1: "Av. Larco 345",
  city: "Lima",
}

/** Somebody who buys with the mouse, in Medusa's own starter or in one that is laid out like it. */
export class StorefrontVisitor {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    readonly seen: Watch,
    private readonly url: string,
  ) {}

  static async open(url: string, backendUrl: string): Promise<StorefrontVisitor> {
    const browser = await openBrowser()
    const page = await browser.newPage({ viewport: { width: WIDTHS[0]!, height: HEIGHT } })
    return new StorefrontVisitor(browser, page, watch(page, url, backendUrl), url)
  }

  /** From the shop's first page to the choice of a way to pay. */
  async goToPayment(product: string): Promise<void> {
    const { page } = this
    await page.goto(this.url)
    await this.click(page.getByRole("link", { name: product }))
    await this.click(page.getByTestId("add-product-button"))
    await this.click(page.getByTestId("checkout-button"))
    for (const [name, value] of Object.entries(ADDRESS)) {
      await page.locator(`[name="shipping_address.${name}"]`).fill(value)
    }
    await page.locator(`[name="email"]`).fill("ana@example.pe")
    await page.locator(`[name="shipping_address.country_code"]`).selectOption("pe")
    await this.click(page.getByTestId("submit-address-button"))
    await this.click(page.getByTestId("delivery-option-radio").first())
    await this.click(page.getByTestId("submit-delivery-option-button"))
    await this.click(page.getByText("PagoEfectivo", { exact: true }))
  }

  async continueToReview(): Promise<void> {
    await this.click(this.page.getByTestId("submit-payment-button"))
  }

  /** @returns the order's id */
  async placeOrder(button: string): Promise<string> {
    await this.click(this.page.getByRole("button", { name: button }))
    await this.page.waitForURL(/\/order\/.*\/confirmed$/)
    return /\/order\/([^/]+)/.exec(this.page.url())![1]!
  }

  /** The heading that the page begins with. */
  title(name: string) {
    return this.page.getByRole("heading", { level: 1, name })
  }

  /** Pixels that the reader must have scrolled to see what is there. */
  scrolled(): Promise<number> {
    return this.page.evaluate(() => window.scrollY)
  }

  /** Keeps pictures as a desk and a phone show it, none of which may be too wide. */
  async photograph(name: string): Promise<void> {
    for (const width of WIDTHS) {
      await this.page.setViewportSize({ width, height: HEIGHT })
      expect(await overflow(this.page)).toBe(0)
      await screenshot(this.page, `${name}-${width}`)
    }
    await this.page.setViewportSize({ width: WIDTHS[0]!, height: HEIGHT })
  }

  /** A click is lost until React has taken the page over from the server's HTML. */
  private async click(what: Locator): Promise<void> {
    await what.waitFor()
    await this.page.waitForFunction(
      (element) => Object.keys(element ?? {}).some((key) => key.startsWith("__react")),
      await what.elementHandle(),
    )
    await what.click()
  }

  close(): Promise<void> {
    return this.browser.close()
  }
}
