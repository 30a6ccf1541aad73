import type { Browser, BrowserContext, Page } from "playwright-core"
import { ADMIN } from "../../demo/seed/shop-data"
import { ADMIN_BOOT_TIMEOUT_MS, bootShopWithAdmin } from "../support/admin-store"
import type { BootedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { accessibilityProblems, openBrowser, overflow, screenshot } from "../support/browser"

const OURS = "[data-pagoefectivo]"
const PAGE = "/pagoefectivo/setup"

/** The page scrolls inside the dashboard: only in a tall window a picture shows all of it. */
const TALL = 1_900

const LANGUAGES = [
  { language: "es", title: "Primeros pasos", theme: "light", order: "Primer pedido pagado" },
  { language: "en", title: "First steps", theme: "dark", order: "First paid order" },
  { language: "zhCN", title: "快速开始", theme: "light", order: "第一笔已付款订单" },
] as const

let shop: BootedShop
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  shop = await bootShopWithAdmin()
  browser = await openBrowser()
  context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    permissions: ["clipboard-read", "clipboard-write"],
  })
  await speak("es")
  page = await context.newPage()
  await page.goto(`${shop.store.url}/app/login`)
  await page.fill('input[name="email"]', ADMIN.email)
  await page.fill('input[name="password"]', ADMIN.password)
  await page.click('button[type="submit"]')
  await page.waitForURL("**/app/orders")
}, ADMIN_BOOT_TIMEOUT_MS)

afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

/** As the choice in the admin's profile does. */
function speak(language: (typeof LANGUAGES)[number]["language"]): Promise<void> {
  return context.addCookies([{ name: "lng", value: language, url: shop.store.url }])
}

async function open(path: string): Promise<void> {
  await page.goto(`${shop.store.url}/app${path}`)
  await page.locator(OURS).first().waitFor()
}

function heading(name: string) {
  return page.getByRole("heading", { name, exact: true })
}

/** A step by its title, as its reader finds it. */
function step(title: string) {
  return page.locator(`${OURS} ol > li`).filter({ has: page.getByText(title, { exact: true }) })
}

function menuEntry() {
  return page.locator("nav").getByRole("link", { name: "Primeros pasos" })
}

async function press(button: string): Promise<void> {
  await page.getByRole("button", { name: button }).focus()
  await page.keyboard.press("Enter")
}

describe("a new store's first steps", () => {
  it("are found from the summary and in the menu", async () => {
    await open("/pagoefectivo")
    await page.getByText("Falta configurar algo").waitFor()
    await page.getByRole("link", { name: "Continuar" }).click()
    await heading("Primeros pasos").waitFor()
    await menuEntry().waitFor()
    await step("Claves").getByText("Listo", { exact: true }).waitFor()
    await step("Región y tienda").getByText("Listo", { exact: true }).waitFor()
    await step("Primer pedido pagado").getByText("Pendiente", { exact: true }).waitFor()
    expect(await accessibilityProblems(page, OURS)).toEqual([])
  })

  it.each(LANGUAGES)("are readable in $language, $theme, wide and narrow", async (look) => {
    await speak(look.language)
    await page.evaluate((value) => localStorage.setItem("medusa_admin_theme", value), look.theme)
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: TALL })
      await open(PAGE)
      await page.locator(`html.${look.theme}`).waitFor()
      await heading(look.title).waitFor()
      await step(look.order).waitFor()
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      expect(await accessibilityProblems(page, OURS)).toEqual([])
      expect(await page.locator(OURS).innerText()).not.toMatch(/[a-z]+_[a-z]+\.[a-z_]+/)
      await screenshot(page, `setup-${look.language}-${look.theme}-${width}`)
    }
    await page.setViewportSize({ width: 1280, height: 860 })
  })
})

describe("somebody who sets the store up", () => {
  beforeAll(async () => {
    await speak("es")
    await page.evaluate(() => localStorage.setItem("medusa_admin_theme", "light"))
    await open(PAGE)
    await step("Claves").waitFor()
  })

  it("tests the keys with a click, and reads what PagoEfectivo answers", async () => {
    await shop.sandbox.behave({ faults: { authorize: { kind: "answer", status: 401 } } })
    await page.getByRole("button", { name: "Probar las claves" }).click()
    const keys = step("Claves")
    await keys.getByText("Problema", { exact: true }).waitFor()
    await keys.getByText("PagoEfectivo rechaza las claves de la tienda").waitFor()
    await keys.getByText(/^Respuesta: .*PagoEfectivo/).waitFor()
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    await screenshot(page, "setup-keys-refused")
    await shop.sandbox.behave({ faults: { authorize: null } })
    await press("Probar las claves")
    await keys.getByText("Listo", { exact: true }).waitFor()
    await page.getByText("PagoEfectivo responde y acepta las claves de la tienda.").waitFor()
  })

  it("copies the hook's address", async () => {
    await page.getByRole("button", { name: "Copiar la dirección del webhook" }).click()
    await eventually(
      () => page.evaluate(() => navigator.clipboard.readText()),
      (copied) => copied === shop.store.webhookUrl,
      { what: "the address in the clipboard" },
    )
  })

  it("sends a test notice by keyboard, and sees it come back", async () => {
    const notices = step("Avisos de pago")
    await notices.getByText("Aún no llegó ningún aviso.").waitFor()
    await press("Enviar un aviso de prueba")
    await notices.getByText(/^El aviso de prueba del .* llegó en \d+ ms\.$/).waitFor()
    await notices.getByText("Listo", { exact: true }).waitFor()
    await open("/pagoefectivo/notices")
    await page.locator("[data-list-row]").filter({ hasText: "Prueba de la tienda: llegó" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByText("medusa.test").waitFor()
    expect(await drawer.getByRole("button", { name: "Procesar de nuevo" }).count()).toBe(0)
    await page.keyboard.press("Escape")
  })

  it("follows the first order from its code to its payment", async () => {
    await open(PAGE)
    const first = step("Primer pedido pagado")
    await first.getByText("Aún no se emitió ningún código.").waitFor()
    const { voucher } = await shop.shopper.placeOrder()
    await first.getByText(`El código ${voucher.cip} espera su pago.`).waitFor()
    const panel = first.getByRole("link", { name: "Abrir el panel del sandbox" })
    expect(await panel.getAttribute("href")).toBe(new URL(shop.sandbox.apiUrl).origin)
    await screenshot(page, "setup-order-waits")
    await shop.sandbox.pay(voucher.cip)
    await first.getByText("Listo", { exact: true }).waitFor()
    await first.getByRole("link", { name: "Ver el código" }).click()
    await page.waitForURL(`**/vouchers?q=${voucher.cip}`)
  })

  it("takes the page out of the menu, finds it under health, and puts it back", async () => {
    await open(PAGE)
    await menuEntry().waitFor()
    await page.getByRole("button", { name: "Quitar del menú" }).click()
    await page.getByText("Se quitó del menú. La encuentras en Estado.").waitFor()
    await menuEntry().waitFor({ state: "hidden" })
    await page.locator("nav").getByRole("link", { name: "Estado" }).click()
    await heading("Estado").waitFor()
    expect(await menuEntry().isVisible()).toBe(false)
    await page.locator(OURS).getByRole("link", { name: "Primeros pasos" }).click()
    await page.getByText("Esta página ya no está en el menú.").waitFor()
    await press("Volver a poner en el menú")
    await menuEntry().waitFor()
  })

  it("skips what the store does without, and is done", async () => {
    for (const title of ["Correos a los compradores", "Reportes de liquidación"]) {
      await step(title).getByRole("button", { name: "Omitir por ahora" }).click()
      await step(title).getByText("Omitido", { exact: true }).waitFor()
    }
    const card = step("Tarifario")
    await card.getByRole("button", { name: "Omitir por ahora" }).focus()
    await page.keyboard.press("Enter")
    await card.getByRole("button", { name: "Retomar" }).waitFor()
    await page.getByText("Pasos listos: 7 de 7").waitFor()
    await page.getByText("Esta página ya no está en el menú.").waitFor()
    await menuEntry().waitFor({ state: "hidden" })
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    await screenshot(page, "setup-done")
    await page.locator("nav").getByRole("link", { name: "PagoEfectivo" }).first().click()
    await heading("PagoEfectivo").waitFor()
    expect(await page.getByText("Falta configurar algo").count()).toBe(0)
  })
})
