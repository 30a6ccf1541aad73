import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core"
import { renderVoucherPage, type VoucherStatus, type VoucherView } from "../../src/voucher"
import { sampleView } from "../../src/voucher/__tests__/sample-view"
import { Admin } from "../support/admin"
import { BOOT_TIMEOUT_MS, bootShop, type BootedShop } from "../support/booted-shop"
import {
  accessibilityProblems,
  openBrowser,
  overflow,
  screenshot,
  watch,
  type Watch,
} from "../support/browser"
import { eventually } from "../support/eventually"
import { LOGO } from "../support/logo"
import { createMailbox, type DeliveredMail, type Mailbox } from "../support/mailbox"
import { GUEST_ADDRESS, http, type Voucher } from "../support/shopper"

const NONCE = "c2FtcGxlLW5vbmNlLTEyMw=="
const PHONE = { width: 390, height: 844 }
const POINTS_PER_MM = 72 / 25.4
const DAY_MS = 24 * 3_600_000

let shop: BootedShop
let mailbox: Mailbox
let browser: Browser
let vouchers: Record<VoucherStatus, Voucher>

beforeAll(async () => {
  mailbox = await createMailbox()
  const booting = bootShop({
    env: { MAILBOX_FOLDER: mailbox.folder },
    options: {
      shopName: "Bodega Doña Peta",
      storeUrl: "https://tienda.example",
      voucher: { contact: "ayuda@tienda.example", logoUrl: LOGO },
    },
  })
  browser = await openBrowser()
  shop = await booting
  vouchers = await placeInEveryState()
}, BOOT_TIMEOUT_MS)

afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

async function place(address: Record<string, unknown> = GUEST_ADDRESS): Promise<Voucher> {
  const { voucher } = await shop.shopper.placeOrder({ address })
  return voucher
}

async function statusOf({ page_url }: Voucher): Promise<string> {
  const { body } = await http<{ voucher: { status: string } }>(`${page_url}/status`)
  return body.voucher.status
}

function reached(voucher: Voucher, wanted: VoucherStatus): Promise<string> {
  return eventually(
    () => statusOf(voucher),
    (status) => status === wanted,
    { what: `status ${wanted}` },
  )
}

/** One order in each state, brought there as it happens in a shop. */
async function placeInEveryState(): Promise<Record<VoucherStatus, Voucher>> {
  const waiting = await place()
  const paid = await place()
  const expired = await place()
  const voided = await place()
  const reversed = await place()
  await shop.sandbox.pay(paid.cip)
  await shop.sandbox.pay(reversed.cip)
  await expireIn(expired, 2 * 3_600)
  await shop.store.runJob("expire-vouchers")
  await expireIn(expired, 0)
  await shop.store.runJob("expire-vouchers")
  const admin = await Admin.logIn(shop.store)
  await admin.must(`/admin/pagoefectivo/vouchers/${voided.id}/void`, { method: "POST", body: {} })
  await Promise.all([
    reached(paid, "paid"),
    reached(expired, "expired"),
    reached(voided, "voided"),
    reached(reversed, "paid"),
  ])
  await shop.sandbox.reverse(reversed.cip)
  await admin.must(`/admin/pagoefectivo/vouchers/${reversed.id}/check`, {
    method: "POST",
    body: {},
  })
  await reached(reversed, "reversed")
  return { waiting, paid, expired, voided, reversed }
}

async function expireIn({ id }: Voucher, seconds: number): Promise<void> {
  await shop.database.query(
    "UPDATE pagoefectivo_voucher SET expires_at = now() + make_interval(secs => $2) WHERE id = $1",
    [id, seconds],
  )
}

/** A page that no order of this shop has, sent with its own headers. */
async function visitRendered(
  changes: Partial<VoucherView>,
  options: BrowserContextOptions,
  work: (visit: Visit) => Promise<void>,
): Promise<void> {
  const now = new Date()
  const expiresAt = new Date(now.getTime() + DAY_MS)
  const pageUrl = `${shop.store.url}/pagoefectivo/vouchers/rendered`
  const view = sampleView({ now, expiresAt, pageUrl, statusUrl: `${pageUrl}/status`, ...changes })
  const { headers, html } = renderVoucherPage(view, { lang: "es", nonce: NONCE })
  await visit(pageUrl, options, work, (context) =>
    context.route(pageUrl, (route) => route.fulfill({ status: 200, headers, body: html })),
  )
}

interface Visit {
  page: Page
  context: BrowserContext
  seen: Watch
}

/** Opens an address as a visitor from Lima would, and closes the visit when the work is done. */
async function visit(
  address: string,
  options: BrowserContextOptions,
  work: (visit: Visit) => Promise<void>,
  prepare?: (context: BrowserContext) => Promise<unknown>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: PHONE,
    locale: "es-PE",
    timezoneId: "America/Lima",
    ...options,
  })
  try {
    await prepare?.(context)
    const page = await context.newPage()
    const seen = watch(page, shop.store.url)
    await page.goto(address)
    await work({ page, context, seen })
    expect(seen).toEqual({ complaints: [], foreignRequests: [] })
  } finally {
    await context.close()
  }
}

function heading(page: Page): Promise<string> {
  return page.locator("h1").innerText()
}

/** What stands on the page, with the spaces a reader sees. */
async function textOf(page: Page): Promise<string> {
  return (await page.locator("body").innerText()).replace(/\s+/g, " ")
}

const SCREENS = [
  { width: 320, colorScheme: "light" },
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
] as const

const HEADINGS: Record<VoucherStatus, string> = {
  waiting: "Paga S/ 79.90 con este código",
  paid: "¡Listo! Recibimos tu pago",
  expired: "Este código venció",
  voided: "Este código fue anulado",
  reversed: "Tu pago fue devuelto",
}

const PILLS: Record<VoucherStatus, string> = {
  waiting: "Esperando pago",
  paid: "Pagado",
  expired: "Vencido",
  voided: "Anulado",
  reversed: "Devuelto",
}

describe.each(Object.keys(HEADINGS) as VoucherStatus[])("a voucher that is %s", (status) => {
  it("is readable by all on every screen", async () => {
    await visit(vouchers[status].page_url, {}, async ({ page }) => {
      expect((await heading(page)).replace(/\s/g, " ")).toBe(HEADINGS[status])
      expect(await page.locator(".pill").innerText()).toBe(PILLS[status])
      for (const { width, colorScheme } of SCREENS) {
        await page.setViewportSize({ width, height: PHONE.height })
        await page.emulateMedia({ colorScheme })
        const screen = `${width} px, ${colorScheme}`
        expect([screen, await overflow(page)]).toEqual([screen, 0])
        expect([screen, await accessibilityProblems(page)]).toEqual([screen, []])
        await screenshot(page, `voucher-${status}-${width}-${colorScheme}`)
      }
    })
  })

  it("offers its code for payment only while it can be paid", async () => {
    await visit(vouchers[status].page_url, {}, async ({ page }) => {
      const open = status === "waiting"
      expect(await page.locator("[data-cip]").count()).toBe(open ? 1 : 0)
      expect(await page.locator("svg").count()).toBe(open ? 2 : 0)
      expect(await page.getByRole("button", { name: "Ya pagué" }).count()).toBe(
        open || status === "expired" ? 1 : 0,
      )
      expect(await page.getByRole("link", { name: "Volver a hacer mi pedido" }).count()).toBe(
        status === "expired" || status === "voided" ? 1 : 0,
      )
    })
  })
})

describe("the waiting page", () => {
  it("says what to do, by when and where", async () => {
    await visit(vouchers.waiting.page_url, {}, async ({ page }) => {
      const text = await textOf(page)
      const deadline = new Intl.DateTimeFormat("es-PE", {
        weekday: "long",
        day: "2-digit",
        month: "2-digit",
        year: "numeric",
        timeZone: "America/Lima",
      }).format(new Date(vouchers.waiting.expires_at))
      expect(text).toContain("Bodega Doña Peta")
      expect(text).toMatch(/Pedido \d+/)
      expect(text).toContain("S/ 79.90")
      expect(text).toContain(`Págalo antes del ${deadline.replace(",", "")} a las `)
      expect(text).toMatch(/Te quedan 23 h 5\d min/)
      expect(text).toContain("Quiero pagar un código de PagoEfectivo Soles")
      expect(text).toContain("Tambo+")
      expect(text).toContain("ayuda@tienda.example")
    })
  })

  it("switches between counter and app, by keyboard too", async () => {
    await visit(vouchers.waiting.page_url, {}, async ({ page }) => {
      const app = page.getByText("Entra a la web o a la app de tu banco.")
      const counter = page.getByText("Acércate a uno de los lugares de la lista")
      expect([await counter.isVisible(), await app.isVisible()]).toEqual([true, false])
      await page.getByText("Banca por internet y app").first().click()
      expect([await counter.isVisible(), await app.isVisible()]).toEqual([false, true])
      await page.keyboard.press("ArrowLeft")
      expect([await counter.isVisible(), await app.isVisible()]).toEqual([true, false])
      await page.getByText("Banca por internet y app").first().click()
      expect(await accessibilityProblems(page)).toEqual([])
      await screenshot(page, "voucher-waiting-app-390-light")
    })
  })

  it("copies the code without its spaces, and says so", async () => {
    const options = { permissions: ["clipboard-read", "clipboard-write"] }
    await visit(vouchers.waiting.page_url, options, async ({ page }) => {
      await page.getByRole("button", { name: "Copiar código" }).click()
      await page.getByRole("button", { name: "Código copiado" }).waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(vouchers.waiting.cip)
    })
  })

  it("shares the code, the amount and the page by WhatsApp, and nothing of the payer", async () => {
    await visit(vouchers.waiting.page_url, {}, async ({ page }) => {
      const link = page.getByRole("link", { name: "Enviar por WhatsApp" })
      const address = new URL((await link.getAttribute("href")) ?? "")
      const text = (address.searchParams.get("text") ?? "").replace(/\s/g, " ")
      expect(address.origin + address.pathname).toBe("https://wa.me/")
      expect(text).toContain(vouchers.waiting.cip)
      expect(text).toContain("S/ 79.90")
      expect(text).toContain(vouchers.waiting.page_url)
      expect(text).not.toMatch(/María|Ñahui|987654321/)
    })
  })

  it("counts down by the store's clock when the phone's is days wrong", async () => {
    const voucher = vouchers.waiting
    await visit("about:blank", {}, async ({ page }) => {
      await page.addInitScript((ahead) => {
        const now = Date.now
        Date.now = () => now() + ahead
        const RealDate = Date
        globalThis.Date = class extends RealDate {
          constructor(...values: []) {
            super(...(values.length > 0 ? values : ([now() + ahead] as unknown as [])))
          }
        } as DateConstructor
      }, 3 * DAY_MS)
      await page.goto(voucher.page_url)
      expect(await page.evaluate(() => new Date().getTime())).toBeGreaterThan(
        Date.now() + 2 * DAY_MS,
      )
      const clock = page.locator("[data-time-left]")
      const before = await clock.innerText()
      expect(before).toMatch(/^23 h 5\d min \d\d s$/)
      await eventually(
        () => clock.innerText(),
        (text) => text !== before,
        { what: "the next second" },
      )
      expect(await clock.innerText()).toMatch(/^23 h 5\d min \d\d s$/)
    })
  })

  it("fits the smallest phone with the longest code and the largest amount in dollars", async () => {
    const { id, page_url } = await place()
    await shop.database.query(
      "UPDATE pagoefectivo_voucher SET cip = '00345678901234', amount_centimos = 9999999, currency_code = 'usd' WHERE id = $1",
      [id],
    )
    await visit(page_url, { viewport: { width: 320, height: 568 } }, async ({ page }) => {
      expect((await heading(page)).replace(/\s/g, " ")).toBe("Paga US$ 99,999.99 con este código")
      expect(await overflow(page)).toBe(0)
      await screenshot(page, "voucher-largest-320-light")
    })
  })

  it("speaks English when asked", async () => {
    await visit(vouchers.waiting.page_url, {}, async ({ page }) => {
      await page.getByRole("link", { name: "View in English" }).click()
      expect(await page.locator("html").getAttribute("lang")).toBe("en")
      expect((await heading(page)).replace(/\s/g, " ")).toBe("Pay S/ 79.90 with this code")
      expect(await accessibilityProblems(page)).toEqual([])
      await screenshot(page, "voucher-waiting-english-390-light")
    })
  })

  it("shows a name with markup as it is written, on page and in WhatsApp", async () => {
    const name = `<img src=x onerror=alert(1)>"'&`
    const voucher = await place({ ...GUEST_ADDRESS, first_name: name })
    await visit(voucher.page_url, {}, async ({ page }) => {
      page.on("dialog", (dialog) => {
        throw new Error(`The name ran as a script: ${dialog.message()}`)
      })
      const greeting = await page.locator("main bdi").first().innerText()
      expect(name.startsWith(greeting.replace("…", ""))).toBe(true)
      expect(greeting).toContain("<img src=x")
      expect(await page.locator('img[src="x"]').count()).toBe(0)
      const share = page.getByRole("link", { name: "Enviar por WhatsApp" })
      expect(await share.getAttribute("href")).not.toContain("onerror")
    })
  })
})

describe("what a page may have to hold", () => {
  const point = { kind: "counter" as const, companyCode: "02186" }
  const content = {
    ...sampleView().content,
    paymentPoints: [
      { ...point, name: "Agente BCP", hours: "lunes a sábado, 9 a. m. a 8 p. m.", fee: "gratis" },
      { ...point, name: "Bodega <b>La Esquina</b>", hours: "todos los días", fee: "S/ 1.00" },
      { name: "BCP", kind: "online" as const, hours: "las 24 horas", fee: "gratis" },
    ],
  }

  it("tells the usual hours and fees of each point", async () => {
    await visitRendered({ content }, {}, async ({ page }) => {
      const points = await page.locator(".counter .points li").allInnerTexts()
      expect(points.map((text) => text.split(/\s*\n\s*/))).toEqual([
        [
          "Agente BCP",
          "Horario: lunes a sábado, 9 a. m. a 8 p. m.",
          "Comisión: gratis",
          "Si te piden el código de la empresa, es 02186",
        ],
        [
          "Bodega <b>La Esquina</b>",
          "Horario: todos los días",
          "Comisión: S/ 1.00",
          "Si te piden el código de la empresa, es 02186",
        ],
      ])
      await page.getByText("Banca por internet y app").first().click()
      expect(await page.locator(".online .points li").innerText()).toContain("las 24 horas")
      await page.getByText("Agentes, bodegas y agencias").first().click()
      expect(await accessibilityProblems(page)).toEqual([])
      await screenshot(page, "voucher-points-390-light")
    })
  })

  it.each([
    ["0.10", "pen", "S/ 0.10"],
    ["99999.99", "pen", "S/ 99,999.99"],
    ["0.10", "usd", "US$ 0.10"],
    ["99999.99", "usd", "US$ 99,999.99"],
  ] as const)("shows %s %s as %s on the smallest phone", async (amount, currencyCode, shown) => {
    const changes = { amount, currencyCode, cip: "00345678901234" }
    await visitRendered(changes, { viewport: { width: 320, height: 568 } }, async ({ page }) => {
      expect((await heading(page)).replace(/\s/g, " ")).toBe(`Paga ${shown} con este código`)
      expect((await page.locator(".amount").innerText()).replace(/\s/g, " ")).toBe(shown)
      expect(await overflow(page)).toBe(0)
      await screenshot(page, `voucher-${currencyCode}-${amount}-320-light`)
    })
  })

  it("shows a shop's emoji, and its markup as it is written, also in WhatsApp", async () => {
    const name = `Bodega 🛍️ Doña Peta 👩‍👩‍👧 <script>alert(1)</script>"'&`
    await visitRendered({ shop: { name, contact: name } }, {}, async ({ page }) => {
      page.on("dialog", (dialog) => {
        throw new Error(`The name ran as a script: ${dialog.message()}`)
      })
      expect(await page.locator(".shop bdi").innerText()).toBe(name)
      expect(await page.title()).toBe(`Paga S/ 1,234.50 en ${name}`)
      expect(await overflow(page)).toBe(0)
      const share = page.getByRole("link", { name: "Enviar por WhatsApp" })
      const text = new URL((await share.getAttribute("href")) ?? "").searchParams.get("text")
      expect(text?.split("\n")).toContain(`Compra en ${name}`)
      await screenshot(page, "voucher-emoji-390-light")
    })
  })
})

describe("without a reload", () => {
  it('turns to "Pagado" by itself once the code is paid, and tells a screen reader', async () => {
    const voucher = await place()
    await visit(voucher.page_url, {}, async ({ page }) => {
      await page.evaluate(() => Object.assign(window, { sameDocument: true }))
      await shop.sandbox.pay(voucher.cip)
      await page.getByRole("heading", { name: HEADINGS.paid }).waitFor()
      expect(await page.evaluate(() => "sameDocument" in window)).toBe(true)
      expect(await page.title()).toContain(HEADINGS.paid)
      expect(await page.locator("[data-announcer]").textContent()).toContain(HEADINGS.paid)
      expect(await page.locator("[data-cip]").count()).toBe(0)
    })
  })

  it('"Ya pagué" finds a payment whose notice got lost, and is honest before', async () => {
    const voucher = await place()
    await visit(voucher.page_url, {}, async ({ page }) => {
      const button = page.getByRole("button", { name: "Ya pagué" })
      await button.click()
      await page.getByText("Todavía no nos llega el aviso de tu pago.").waitFor()
      expect(await page.locator(".pill").innerText()).toBe(PILLS.waiting)
      await shop.sandbox.pay(voucher.cip, { notice: "none" })
      await button.click()
      await page.getByRole("heading", { name: HEADINGS.paid }).waitFor()
    })
  })

  it("closes at the deadline", async () => {
    const voucher = await place()
    await expireIn(voucher, 3)
    await visit(voucher.page_url, {}, async ({ page }) => {
      await page.getByText("Se cumplió la hora.").waitFor()
      await page.getByRole("heading", { name: HEADINGS.expired }).waitFor()
    })
  })

  it("keeps the code on the page while the store is out of reach", async () => {
    await visit(vouchers.waiting.page_url, {}, async ({ page, context, seen }) => {
      await context.setOffline(true)
      await page.getByRole("button", { name: "Ya pagué" }).click()
      await page.getByText("Ahora no pudimos consultar.").waitFor()
      expect(await page.locator("[data-cip]").isVisible()).toBe(true)
      seen.complaints.length = 0
    })
  })
})

describe("without JavaScript", () => {
  const plain = { javaScriptEnabled: false }

  it("shows all, loads itself again, and offers no button that would do nothing", async () => {
    await visit(vouchers.waiting.page_url, plain, async ({ page }) => {
      expect(await page.locator("[data-cip]").isVisible()).toBe(true)
      expect(await page.locator("[data-time-left]").innerText()).toMatch(/^23 h/)
      expect(await page.locator("meta[http-equiv=refresh]").getAttribute("content")).toBe("60")
      expect(await page.getByRole("button").allInnerTexts()).toEqual(["Ya pagué"])
      await page.getByText("Banca por internet y app").first().click()
      expect(await page.getByText("Entra a la web o a la app de tu banco.").isVisible()).toBe(true)
    })
  })

  it('"Ya pagué" leads back to where it was pressed, with the answer in sight', async () => {
    const voucher = await place()
    await visit(voucher.page_url, plain, async ({ page }) => {
      await page.getByRole("button", { name: "Ya pagué" }).click()
      const answer = page.getByText("Todavía no nos llega el aviso de tu pago.")
      await answer.waitFor()
      const { y = -1, height = 0 } = (await answer.boundingBox()) ?? {}
      expect(y).toBeGreaterThan(0)
      expect(y + height).toBeLessThan(PHONE.height)
      await screenshot(page, "voucher-plain-check-390-light", { fullPage: false })
      // A minute later the page loads itself, at the same place and without the old answer.
      const refresh = await page.locator("meta[http-equiv=refresh]").getAttribute("content")
      expect(refresh).toBe(`60;url=${voucher.page_url}#check`)
      await shop.sandbox.pay(voucher.cip, { notice: "none" })
      await page.getByRole("button", { name: "Ya pagué" }).click()
      await page.getByRole("heading", { name: HEADINGS.paid }).waitFor()
    })
  })
})

describe("an address that is wrong", () => {
  it("says so kindly and tells nothing", async () => {
    const address = `${shop.store.url}/pagoefectivo/vouchers/${"A".repeat(32)}`
    await visit(address, {}, async ({ page, seen }) => {
      expect(await heading(page)).toBe("No encontramos este código de pago")
      expect(await accessibilityProblems(page)).toEqual([])
      await screenshot(page, "voucher-not-found-390-light")
      // The browser's own line about the status 404.
      seen.complaints.length = 0
    })
  })
})

describe.each([
  ["issued", "waiting", "Tu código de pago"],
  ["expiring", "expired", "vence pronto"],
  ["paid", "paid", "Recibimos tu pago"],
  ["expired", "expired", "venció"],
] as const)("the mail %s", (kind, status, subject) => {
  function delivered(): Promise<DeliveredMail> {
    return mailbox.find(
      ({ data, template }) =>
        template === `pagoefectivo_voucher_${kind}` && data.cip === vouchers[status].cip,
      `the mail ${kind}`,
    )
  }

  it("is readable by all in every mail client's width, and loads nothing", async () => {
    const { content } = await delivered()
    expect(content?.subject).toContain(subject)
    await visit("about:blank", {}, async ({ page }) => {
      await page.setContent(content?.html ?? "")
      for (const width of [600, 390, 320]) {
        for (const colorScheme of ["light", "dark"] as const) {
          await page.setViewportSize({ width, height: PHONE.height })
          await page.emulateMedia({ colorScheme })
          const screen = `${width} px, ${colorScheme}`
          expect([screen, await overflow(page)]).toEqual([screen, 0])
          expect([screen, await accessibilityProblems(page)]).toEqual([screen, []])
          await screenshot(page, `mail-${kind}-${width}-${colorScheme}`)
        }
      }
    })
  })

  it("says the same in plain text, with a way to go on", async () => {
    const { content } = await delivered()
    const voucher = vouchers[status]
    expect(content?.text).toContain("Hola, María José:")
    expect(content?.text.replace(/\s/g, "")).toContain(voucher.cip)
    expect(content?.text).toContain(voucher.page_url)
    expect(content?.text.includes("https://tienda.example")).toBe(kind === "expired")
    expect(content?.text).not.toMatch(/<[a-z]|undefined|null|\{\w+\}/)
  })
})

describe("the PDF", () => {
  it("has the shop's logo, as the page has", async () => {
    const { page_url } = vouchers.waiting
    const pdf = Buffer.from(await (await fetch(`${page_url}.pdf`)).arrayBuffer())
    expect(pdf.toString("latin1")).toMatch(/\/Subtype\/Image\/Width 192\/Height 192/)
    await visit(page_url, {}, async ({ page }) => {
      const width = await page
        .locator("header img")
        .evaluate((image) => (image as HTMLImageElement).naturalWidth)
      expect(width).toBe(192)
    })
  })
})

describe("on paper", () => {
  /** Chrome's own PDF engine; an ES module, so it is imported when it is needed. */
  async function pagesOf(pdf: Buffer) {
    const { PDFiumLibrary } = await import("@hyzyla/pdfium")
    const library = await PDFiumLibrary.init()
    const document = await library.loadDocument(pdf)
    const pages = [...document.pages()].map((page) => {
      const { originalWidth, originalHeight } = page.getOriginalSize()
      return {
        widthMm: Math.round(originalWidth / POINTS_PER_MM),
        heightMm: Math.round(originalHeight / POINTS_PER_MM),
        text: page.getText().replace(/\s+/g, " "),
      }
    })
    document.destroy()
    library.destroy()
    return pages
  }

  it.each([
    ["", "an A4 sheet", 210, 297],
    ["?print=ticket", "an 80 mm ticket", 80, 360],
  ])("address %p is one page: %s", async (query, _name, widthMm, heightMm) => {
    await visit(vouchers.waiting.page_url + query, {}, async ({ page }) => {
      const pdf = await page.pdf({ preferCSSPageSize: true })
      const pages = await pagesOf(pdf)
      expect(pages).toHaveLength(1)
      expect(pages[0]).toMatchObject({ widthMm, heightMm })
      for (const text of ["Código de pago (CIP)", "S/ 79.90", "Agentes y agencias BCP"]) {
        expect(pages[0]?.text).toContain(text)
      }
      expect(pages[0]?.text).toContain("Entra a la web o a la app de tu banco.")
      expect(pages[0]?.text).not.toContain("Ya pagué Guarda")
      await page.emulateMedia({ media: "print" })
      await screenshot(page, query ? "voucher-print-ticket" : "voucher-print-a4")
    })
  })

  it("prints what its button says, and is a page for the screen again afterwards", async () => {
    await visit("about:blank", {}, async ({ page }) => {
      await page.addInitScript(() => {
        const printed: (string | undefined)[] = []
        Object.assign(window, {
          printed,
          print: () => {
            const style = document.querySelector<HTMLStyleElement>("[data-ticket-style]")
            printed.push(`${document.documentElement.dataset.layout} ${style?.media}`)
            window.dispatchEvent(new Event("afterprint"))
          },
        })
      })
      await page.goto(vouchers.waiting.page_url)
      await page.getByRole("button", { name: "Imprimir en hoja A4" }).click()
      await page.getByRole("link", { name: "Imprimir ticket de 80 mm" }).click()
      const printed = await page.evaluate(
        () => (window as unknown as { printed: string[] }).printed,
      )
      expect(printed).toEqual(["a4 not all", "ticket print"])
      expect(await page.locator("html").getAttribute("data-layout")).toBe("a4")
    })
  })
})
