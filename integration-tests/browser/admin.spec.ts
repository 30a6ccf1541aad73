import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import { gzipSync } from "node:zlib"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { ADMIN } from "../../demo/seed/shop-data"
import { Admin } from "../support/admin"
import { ADMIN_BOOT_TIMEOUT_MS, bootShopWithAdmin } from "../support/admin-store"
import type { BootedShop } from "../support/booted-shop"
import { accessibilityProblems, openBrowser, screenshot } from "../support/browser"
import { builtAdmin } from "../support/built-admin"
import { eventually } from "../support/eventually"
import { reportFigure } from "../support/report"
import type { Order, Voucher } from "../support/shopper"

/** What the plugin puts on a page; the rest is Medusa's own. */
const OURS = "[data-pagoefectivo]"
/** Compressed, as a browser loads it; most of it are the texts of three languages. */
const MAX_PAGES_KB = 175
const MAX_CHARTS_KB = 90

/** A contract a few céntimos below what the sandbox charges: within the tolerance, so no case. */
const RATE_CARD = { tiers: [{ fixed: "1.50" }], igvPercent: "18", tolerance: "0.50" }

let shop: BootedShop
let browser: Browser
let context: BrowserContext
let page: Page
let late: { order: Order; voucher: Voucher }
let whole: { order: Order; voucher: Voucher }

beforeAll(async () => {
  shop = await bootShopWithAdmin({ settlement: { fees: RATE_CARD } })
  browser = await openBrowser()
  whole = await shop.shopper.placeOrder()
  late = await shop.shopper.placeOrder()
  await shop.sandbox.pay(whole.voucher.cip)
  const admin = await Admin.logIn(shop.store)
  await admin.must(`/admin/orders/${late.order.id}/cancel`, { body: {} })
  await shop.sandbox.pay(late.voucher.cip, { force: true })
  await eventually(
    () => admin.must<{ count: number }>("/admin/pagoefectivo/cases"),
    ({ count }) => count === 1,
    { what: "the case of the late payment" },
  )
  context = await browser.newContext({ viewport: { width: 1280, height: 860 } })
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
function speak(language: "en" | "es" | "zhCN"): Promise<void> {
  return context.addCookies([{ name: "lng", value: language, url: shop.store.url }])
}

/** The dashboard's own choice of light or dark, from the next page on. */
function paint(theme: "light" | "dark"): Promise<void> {
  return page.evaluate((value) => localStorage.setItem("medusa_admin_theme", value), theme)
}

async function open(path: string): Promise<void> {
  await page.goto(`${shop.store.url}/app${path}`)
  await page.locator(OURS).first().waitFor()
}

function heading(name: string) {
  return page.getByRole("heading", { name, exact: true })
}

/** Dismisses the case that is open. */
async function dismiss(note: string, on: Page = page): Promise<void> {
  const drawer = on.getByRole("dialog")
  await drawer.getByRole("button", { name: "Otras acciones" }).click()
  await on.getByRole("menuitem", { name: "Descartar" }).click()
  await drawer.getByLabel("Nota: por qué").fill(note)
  await drawer.getByRole("button", { name: "Descartar" }).click()
}

/** Takes a decision back by the toast's button, as a hand would. */
async function undoWith(on: Page, way: "mouse" | "touch" | "keyboard"): Promise<void> {
  const undo = on.getByRole("button", { name: "Deshacer", exact: true })
  await undo.waitFor()
  const box = await undo.boundingBox()
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
  const answered = on.waitForResponse((answer) => answer.url().endsWith("/reopen"))
  if (way === "mouse") await on.mouse.click(x, y)
  else if (way === "touch") await on.touchscreen.tap(x, y)
  else {
    await on.keyboard.press("Alt+t")
    for (let tabs = 0; tabs < 5; tabs++) {
      await on.keyboard.press("Tab")
      if (await undo.evaluate((button) => button === document.activeElement)) break
    }
    await on.keyboard.press("Enter")
  }
  expect((await answered).status()).toBe(200)
}

describe("the accountant's morning", () => {
  it("sees above the orders that something does not add up", async () => {
    await open("/orders")
    await page.getByRole("link", { name: "Hay 1 caso abierto" }).click()
    await heading("Casos").waitFor()
  })

  it("finds the case by its code, with the filter in the address", async () => {
    await page.getByLabel("Código o número de pedido").fill(late.voucher.cip)
    await page.waitForURL(`**q=${late.voucher.cip}*`)
    await page.getByText("Pagado tras la cancelación").first().waitFor()
    await page.reload()
    await page.getByText("Pagado tras la cancelación").first().waitFor()
    const search = page.getByLabel("Código o número de pedido")
    expect(await search.inputValue()).toBe(late.voucher.cip)
    await page.getByLabel("Código o número de pedido").fill("000000")
    await page.getByText("No se encontró nada").waitFor()
    await page.getByRole("button", { name: "Quitar filtros" }).first().click()
    await page.getByText(late.voucher.cip).waitFor()
  })

  it("opens it by keyboard and reads what to do", async () => {
    await page.locator("[data-list-row]").first().focus()
    await page.keyboard.press("Enter")
    const drawer = page.getByRole("dialog")
    await drawer.getByText("Si hay stock, vuelve a hacer el pedido").waitFor()
    expect(await drawer.getByText("Diferencia S/\u00a079.90").count()).toBe(1)
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    await screenshot(page, "admin-case")
  })

  it("resolves it with a reason, and takes that back while the toast is there", async () => {
    const drawer = page.getByRole("dialog")
    await dismiss("Ya se habló con la clienta")
    await drawer.waitFor({ state: "hidden" })
    await undoWith(page, "mouse")
    await page.locator("[data-list-row]").first().click()
    await drawer.getByText("Abierto", { exact: true }).first().waitFor()
    await drawer.getByText("Ya se habló con la clienta").waitFor()
    await drawer.getByText("Reabierto", { exact: true }).waitFor()
  })

  it("is not told that nothing was changed when an answer is lost, and sees what is there", async () => {
    const drawer = page.getByRole("dialog")
    await page.route("**/cases/*/notes", async (route) => {
      await route.fetch()
      await route.abort()
    })
    await drawer.getByRole("textbox").fill("La clienta llamó otra vez")
    await drawer.getByRole("button", { name: "Agregar nota" }).click()
    await page.getByText("No sabemos si se guardó. Mira el estado antes de repetir.").waitFor()
    await drawer.getByText("La clienta llamó otra vez").last().waitFor()
    await page.unroute("**/cases/*/notes")
    expect(await page.getByText("No se cambió nada").count()).toBe(0)
    await drawer.getByRole("button", { name: "Cerrar" }).click()
    await drawer.waitFor({ state: "hidden" })
  })

  it("shows times in Lima's zone, or in another that stays chosen", async () => {
    const hours = async () => {
      const text = await page.locator("[data-list-row]").first().innerText()
      return Number(/\b(\d\d):\d\d\b/.exec(text)?.[1])
    }
    const choose = async (zone: string) => {
      await page.getByRole("combobox", { name: "Zona horaria" }).click()
      await page.getByRole("option", { name: zone }).click()
    }
    const inLima = await hours()
    await choose("Hora de Shanghái")
    await page.reload()
    await page.getByText(late.voucher.cip).waitFor()
    expect((await hours()) - inLima).toBe(inLima + 13 < 24 ? 13 : 13 - 24)
    await choose("Hora de Lima")
    expect(await hours()).toBe(inLima)
  })

  it("finds an order from the keyboard, and a code by its last digits", async () => {
    const field = page.getByRole("combobox", { name: "Buscar códigos" })
    await page.keyboard.press("/")
    await page.keyboard.type(`#${whole.order.display_id}`)
    const option = page.getByRole("option", { selected: true })
    await option.getByText(`Pedido #${whole.order.display_id}`).waitFor()
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    await page.keyboard.press("Escape")
    expect(await page.getByRole("listbox").count()).toBe(0)
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page.waitForURL(`**/orders/${whole.order.id}`)
    await open("/pagoefectivo/cases")
    await field.fill(late.voucher.cip.slice(-4))
    await page.getByRole("option").filter({ hasText: "Pagado tras la cancelación" }).click()
    await page.waitForURL("**case=*")
    await page.getByRole("dialog").getByRole("button", { name: "Cerrar" }).click()
  })

  it("exports what is in view", async () => {
    await page.getByRole("button", { name: "Exportar" }).click()
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Archivo CSV" }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^pagoefectivo-casos-\d{4}-\d\d-\d\d\.csv$/)
  })
})

describe("the order's widget", () => {
  it("shows the money trail", async () => {
    await open(`/orders/${whole.order.id}`)
    const widget = page.locator(OURS)
    await widget.getByText(whole.voucher.cip).waitFor()
    await widget.getByText("Pago registrado en el pedido").waitFor()
    const steps = widget.getByRole("list", { name: "Dónde está el dinero" }).getByRole("listitem")
    expect(await steps.allInnerTexts()).toEqual([
      expect.stringContaining("Por cobrar"),
      expect.stringContaining("Pagado"),
      expect.stringContaining("Aún no aparece en una liquidación"),
      expect.stringContaining("En banco"),
    ])
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    await screenshot(page, "admin-order")
  })

  it("is one of the codes that a report still owes", async () => {
    await open("/pagoefectivo")
    await page.getByRole("link", { name: "Pagado, por liquidar" }).click()
    await page.waitForURL("**/vouchers?settled=false")
    const owed = page.getByRole("table", { name: "Códigos" })
    await owed.getByText(whole.voucher.cip).waitFor()
    expect(await owed.locator("[data-list-row]").count()).toBe(1)
    await open(`/orders/${whole.order.id}`)
  })

  it("asks the gateway now, and says what it answered", async () => {
    await page.getByRole("button", { name: "Consultar ahora" }).click()
    await page.getByText("Pagado, y ya estaba registrado.", { exact: true }).waitFor()
    await page.getByText("Consultado a mano: Pagado, y ya estaba registrado.").waitFor()
  })

  it("hands out the evidence of the order's money as one file", async () => {
    await page.getByRole("button", { name: `Acciones del código ${whole.voucher.cip}` }).click()
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Archivo de evidencia" }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^pagoefectivo-.*\.json$/)
    const { evidence } = JSON.parse(await textOf(file)) as { evidence: { vouchers: object[] } }
    expect(evidence.vouchers).toEqual([expect.objectContaining({ cip: whole.voucher.cip })])
    await page.getByRole("button", { name: `Acciones del código ${whole.voucher.cip}` }).click()
    const [printed] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Evidencia para imprimir" }).click(),
    ])
    expect(printed.suggestedFilename()).toMatch(/^pagoefectivo-pedido-\d+-\d{4}-\d\d-\d\d\.html$/)
    expect(await textOf(printed)).toContain("Evidencia de pago")
  })

  it("turns whole when the report and the bank agree", async () => {
    const { filename, content } = await shop.sandbox.settlementFile({ format: "standard_csv" })
    await open("/pagoefectivo/settlements")
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: filename, mimeType: "text/csv", buffer: Buffer.from(content) })
    const preview = page.getByRole("region", { name: "Qué haría este archivo" })
    await preview.getByText("CSV estándar").waitFor()
    await preview.getByRole("button", { name: "Importar" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByText("Importado", { exact: true }).first().waitFor()
    await drawer.getByRole("button", { name: "Cerrar" }).click()
    await open("/pagoefectivo/payouts")
    await page.getByRole("button", { name: "Registrar abono" }).click()
    const deposit = page.getByLabel("Abono del banco")
    expect(await deposit.inputValue()).toBe("")
    await deposit.fill("156.02")
    await page.getByRole("button", { name: "Guardar" }).click()
    await page.getByText("Al céntimo").waitFor()
    await open(`/orders/${whole.order.id}`)
    const steps = page.getByRole("list", { name: "Dónde está el dinero" })
    await eventually(
      () => steps.locator('[aria-current="step"]').count(),
      (current) => current === 0,
      { what: "a complete money trail" },
    )
    await page.getByText("Neto").waitFor()
  })
})

describe("a refund that somebody has to transfer", () => {
  const NUMBER = "0042-77"

  it("is a figure, and leads to the list of what is to be done", async () => {
    await refund(whole.order, 30)
    await refund(whole.order, 9.5)
    await open("/pagoefectivo")
    const figure = page.getByRole("link", { name: "Por devolver" })
    await figure.getByText("S/\u00a039.50").waitFor()
    await figure.getByText("2 devoluciones por transferir").waitFor()
    await screenshot(page, "admin-refunds-figure")
    await figure.click()
    await page.waitForURL("**/refunds")
    await list().getByText(whole.voucher.cip).first().waitFor()
    expect(await list().locator("[data-list-row]").count()).toBe(2)
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    await screenshot(page, "admin-refunds")
  })

  it("stands on its order, with the button that says that it was made", async () => {
    await open(`/orders/${whole.order.id}`)
    const widget = page.locator(OURS).filter({ hasText: whole.voucher.cip })
    await trail().getByText("Por transferir a mano: S/\u00a039.50").waitFor()
    await screenshot(page, "admin-order-refunds")
    const refunds = widget.getByRole("list", { name: "Devoluciones" }).getByRole("listitem")
    const owed = refunds.filter({ hasText: "S/\u00a030.00" })
    await owed.getByRole("button", { name: "Registrar transferencia" }).click()
    const form = page.getByRole("alertdialog")
    expect(await form.getByRole("button", { name: "Guardar" }).isDisabled()).toBe(true)
    await form.getByLabel("Número de operación").fill(NUMBER)
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    await screenshot(page, "admin-refund-form", { fullPage: false })
    await form.getByRole("button", { name: "Guardar" }).click()
    await page.getByText("Se registró la transferencia.").first().waitFor()
    await owed.getByText("Transferida", { exact: true }).waitFor()
    await owed.getByText(`operación ${NUMBER}`).waitFor()
    expect(await owed.getByRole("button").count()).toBe(0)
    const told = `Devolución hecha por transferencia: S/\u00a030.00, operación ${NUMBER}`
    await widget.getByText(told).waitFor()
    await trail().getByText("Por transferir a mano: S/\u00a09.50").waitFor()
    await screenshot(page, "admin-order-refund-made")
  })

  it("leaves the list once it was made, and is found among those", async () => {
    await open("/pagoefectivo/refunds")
    await list().getByText("S/\u00a09.50").waitFor()
    expect(await list().locator("[data-list-row]").count()).toBe(1)
    await list().getByRole("button", { name: "Registrar transferencia" }).click()
    const form = page.getByRole("alertdialog")
    await form.getByLabel("Número de operación").fill("0042-78")
    await form.getByRole("button", { name: "Guardar" }).click()
    await page.getByText("Nada por transferir").waitFor()
    await page.getByRole("combobox", { name: "Estado" }).click()
    await page.getByRole("option", { name: "Todos" }).click()
    await list().getByText(`operación ${NUMBER}`).waitFor()
    await list().getByText(whole.voucher.cip).first().click()
    await page.getByRole("dialog").getByText("Hecho: S/\u00a039.50").waitFor()
    await page.getByRole("dialog").getByRole("button", { name: "Cerrar" }).click()
  })

  function list() {
    return page.getByRole("table", { name: "Devoluciones" })
  }

  function trail() {
    return page.getByRole("list", { name: "Dónde está el dinero" })
  }
})

/** As Medusa's own button on the order does. */
async function refund({ id }: Order, amount: number): Promise<void> {
  const admin = await Admin.logIn(shop.store)
  const { order } = await admin.must<{
    order: { payment_collections: { payments: { id: string }[] }[] }
  }>(`/admin/orders/${id}?fields=payment_collections.payments.id`)
  const [payment] = order.payment_collections.flatMap(({ payments }) => payments)
  await admin.must(`/admin/payments/${payment!.id}/refund`, { body: { amount } })
}

describe("an order that waits", () => {
  it("counts as paid when a person says how it was paid otherwise", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    await open(`/orders/${order.id}`)
    await page.locator(OURS).getByText(voucher.cip).first().waitFor()
    await screenshot(page, "admin-order-waiting")
    await page.getByRole("button", { name: "Pagado por otro medio" }).click()
    await page.getByLabel("Cómo se pagó").fill("Yape")
    expect(await accessibilityProblems(page, "[role=alertdialog]")).toEqual([])
    await screenshot(page, "admin-order-other-payment")
    await page.getByRole("button", { name: "Guardar" }).click()
    await page.getByText("El pedido cuenta como pagado.").first().waitFor()
    await page.getByText("Pagado por otro medio: S/ 79.90, Yape").waitFor()
    expect(shop.sandbox.voucher(voucher.cip)?.status).toBe("deleted")
  })

  it("gets another code for a reason, whose page can be sent on", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    const before = shop.sandbox.vouchers().map(({ cip }) => cip)
    await open(`/orders/${order.id}`)
    await page.getByRole("button", { name: "Emitir otro código" }).click()
    const form = page.getByRole("alertdialog")
    const issue = form.getByRole("button", { name: "Emitir", exact: true })
    expect(await issue.isDisabled()).toBe(true)
    await form.getByLabel("Motivo").fill("Perdió el correo")
    expect(await accessibilityProblems(page, "[role=alertdialog]")).toEqual([])
    await issue.click()
    await page.getByText("El código se emitió y se envió al comprador.").first().waitFor()
    expect(shop.sandbox.voucher(voucher.cip)?.status).toBe("deleted")
    const [renewed] = shop.sandbox.vouchers().filter(({ cip }) => !before.includes(cip))
    await context.route("https://wa.me/**", (route) => route.abort())
    await page.getByRole("button", { name: `Acciones del código ${renewed?.cip}` }).click()
    const [chat, message] = await Promise.all([
      page.waitForEvent("popup"),
      context.waitForEvent("request", (request) => request.url().startsWith("https://wa.me/")),
      page.getByRole("menuitem", { name: "Enviar por WhatsApp" }).click(),
    ])
    await chat.close()
    const text = new URL(message.url()).searchParams.get("text")
    expect(text).toContain("S/\u00a079.90: ")
    const answer = await fetch(text?.split(": ")[1] ?? "")
    expect(await answer.text()).toContain(renewed?.cip)
  })

  it("is found without a code that can be paid, and closed", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    const admin = await Admin.logIn(shop.store)
    await eventually(
      () => admin.call(`/admin/pagoefectivo/vouchers/${voucher.id}/void`, { method: "POST" }),
      ({ status }) => status === 200,
      { what: "the void code" },
    )
    await open("/pagoefectivo/vouchers")
    await page.getByRole("button", { name: "Pedidos sin código" }).click()
    await page.waitForURL("**/vouchers?stranded=true")
    const list = page.getByRole("table", { name: "Códigos" })
    // The list before stays until the new one is there.
    await eventually(
      () => list.locator("[data-list-row]").count(),
      (rows) => rows === 1,
      { what: "the one order without a code" },
    )
    await list.getByText(voucher.cip).waitFor()
    await screenshot(page, "admin-vouchers-stranded")
    await open(`/orders/${order.id}`)
    await page.getByText("Este pedido espera y ninguno de sus códigos").waitFor()
    await page.getByRole("button", { name: "Cerrar sin pago" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Cerrar sin pago" }).click()
    await page.getByText("El pedido quedó cancelado.").first().waitFor()
    expect((await shop.shopper.order(order.id)).status).toBe("canceled")
  })
})

describe("the month's accounts", () => {
  it("say what was charged beyond the contract", async () => {
    await open("/pagoefectivo/settlements")
    const fees = page.locator("#fees")
    await fees.getByRole("button", { name: "Comparar" }).click()
    await fees.getByText("Te cobraron de más: S/\u00a00.24").waitFor()
    await fees.getByText("Tu tarifario: S/\u00a01.50 por pago, más IGV de 18 %").waitFor()
    const cells = fees.getByRole("row").nth(1).getByRole("cell")
    expect((await cells.allInnerTexts()).slice(1)).toEqual([
      expect.stringMatching(/^S\/\u00a03\.54\s+S\/\u00a03\.00 \+ IGV S\/\u00a00\.54$/),
      expect.stringMatching(/^S\/\u00a03\.78\s+S\/\u00a03\.20 \+ IGV S\/\u00a00\.58/),
      "S/\u00a00.24",
      "—",
      "—",
    ])
    expect(await accessibilityProblems(page, OURS)).toEqual([])
  })

  it("take in what the bank received from a file, and name its bad rows", async () => {
    await open("/pagoefectivo/settlements")
    await page.getByRole("link", { name: "Ver las transferencias" }).click()
    await page.waitForURL("**/pagoefectivo/payouts")
    const payout = await page.locator("[data-list-row] .font-mono").innerText()
    await page.getByRole("button", { name: "Importar archivo" }).click()
    const drawer = page.getByRole("dialog")
    await drop("banco.csv", "payout_id,currency,amount", `${payout}x,PEN,156.02`)
    await drawer
      .getByText(`Ningún reporte importado nombra estas transferencias: ${payout}x`)
      .waitFor()
    await drawer.getByRole("button", { name: "Cancelar" }).click()
    const row = `${payout},PEN,156.02,OP 00912`
    await drop("banco.csv", "payout_id,currency,amount,reference", row, "PE-2,PEN,diez,")
    await drawer.getByText("un monto, por ejemplo 1,234.56").last().waitFor()
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    await drawer.getByRole("button", { name: "Importar", exact: true }).click()
    await drawer.getByText("Filas registradas: 1. Con error: 1").waitFor()
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      drawer.getByRole("button", { name: "Descargar banco.csv" }).click(),
    ])
    expect(await textOf(file)).toContain(row)
    await drop("otra-vez.csv", "payout_id,currency,amount,reference", row, "PE-2,PEN,diez,")
    await drawer.getByText("«otra-vez.csv» ya se importó").waitFor()
    await drawer.getByRole("button", { name: "Cerrar" }).click()
  })

  it("keep who said what about a deposit, and what that replaced", async () => {
    const payouts = page.getByRole("table", { name: "Transferencias" })
    await payouts.getByText("Al céntimo").last().waitFor()
    await payouts.getByRole("button", { name: "Corregir" }).click()
    await page.getByLabel("Abono del banco").fill("150.00")
    await page.getByLabel("Nota (opcional)").fill("El banco cobró 6.02")
    await page.getByRole("button", { name: "Guardar" }).click()
    await payouts.getByText("−S/\u00a06.02").last().waitFor()
    await payouts.getByRole("button", { name: "Historial del abono" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByText("Abono del banco: S/\u00a0156.02 → S/\u00a0150.00").waitFor()
    const changes = await drawer.getByRole("listitem").allInnerTexts()
    expect(changes).toEqual([
      expect.stringContaining("El banco cobró 6.02"),
      expect.stringMatching(/Referencia: OP 00912[^]*banco\.csv, fila 2/),
      expect.stringContaining("Abono del banco: S/\u00a0156.02"),
    ])
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    await drawer.getByRole("button", { name: "Cerrar" }).click()
    await payouts.getByRole("button", { name: "Corregir" }).click()
    await page.getByRole("button", { name: "Retirar el abono" }).click()
    await payouts.getByText("Falta el abono").last().waitFor()
  })

  it("take in exchange rates, and none that the file has twice", async () => {
    await open("/pagoefectivo/settlements")
    const drawer = await openImport("Tipos de cambio")
    const twice = "2026-10-13,USD,PEN,3.75"
    await drop("tc.csv", "day,from,to,rate", "2026-10-12,USD,PEN,3.745", twice, twice)
    await drawer.getByText("2026-10-13 de USD a PEN, en las filas 3, 4").first().waitFor()
    await drawer.getByRole("button", { name: "Cancelar" }).click()
    await drop("tc.csv", "day,from,to,rate", "2026-10-12,USD,PEN,3.745")
    await drawer.getByRole("button", { name: "Importar", exact: true }).click()
    await drawer.waitFor({ state: "hidden" })
    const rates = page.getByRole("table", { name: "Tipos de cambio" })
    await rates.getByText("1 USD = 3.745 PEN").waitFor()
  })

  async function openImport(card: string) {
    const heads = page.locator("div").filter({ has: heading(card) })
    await heads.last().getByRole("button", { name: "Importar archivo" }).click()
    return page.getByRole("dialog")
  }

  function drop(name: string, ...lines: string[]): Promise<void> {
    const buffer = Buffer.from(lines.join("\n"))
    const input = page.getByRole("dialog").locator('input[type="file"]')
    return input.setInputFiles({ name, mimeType: "text/csv", buffer })
  }
})

describe("a report with a bad row", () => {
  it("is told from one that can't be read at all, which says why", async () => {
    await open("/pagoefectivo/settlements")
    await upload("sin-montos.csv", "external_reference,payment_id,status,currency,fee,net\n")
    const refusal = page.getByText(/^Al encabezado le faltan columnas de standard_csv: /)
    expect(await refusal.innerText()).toMatch(/: amount(,|\.)/)
    await screenshot(page, "upload-refused")
  })

  it("sets the row aside, hands it out to be fixed, and takes it in again", async () => {
    const bad = [
      "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited",
      "A-1,900001,settled,diez soles,PEN,1.00,9.00,2026-10-01,2026-10-02",
    ].join("\n")
    await open("/pagoefectivo/settlements")
    await upload("octubre.csv", bad)
    await page.getByRole("button", { name: "Importar", exact: true }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByText("diez soles").waitFor()
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      drawer.getByRole("button", { name: "Descargar estas filas" }).click(),
    ])
    expect(file.suggestedFilename()).toBe("octubre-fix.csv")
    const rows = await textOf(file)
    expect(rows.trimEnd().split("\r\n")).toEqual(bad.split("\n"))
    await drawer.getByRole("button", { name: "Cerrar" }).click()
    await upload("octubre-fix.csv", rows.replace("diez soles", "10.00"))
    const preview = page.getByRole("region", { name: "Qué haría este archivo" })
    await preview.waitFor()
    expect(await preview.locator("dd").allInnerTexts()).toEqual(["1", "0", "0", "1"])
    await preview.getByRole("button", { name: "Importar" }).click()
    await page.getByRole("dialog").getByText("octubre-fix.csv").waitFor()
  })

  it("says so when the same file comes again", async () => {
    await page.getByRole("dialog").getByRole("button", { name: "Cerrar" }).click()
    await upload("otra-vez.csv", (await lastUpload()).content)
    await page.getByText("ya se importó").waitFor()
  })

  let last: { name: string; content: string }

  async function upload(name: string, content: string): Promise<void> {
    last = { name, content }
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) })
  }

  async function lastUpload() {
    return last
  }
})

async function textOf(file: { createReadStream(): Promise<NodeJS.ReadableStream> }) {
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString("utf8")
}

describe("a reconciliation", () => {
  it("is started by hand, and says what it did", async () => {
    await open("/pagoefectivo/settlements")
    await page.getByRole("button", { name: "Conciliar ahora" }).click()
    const changes = page.getByRole("list", { name: "Qué hizo la conciliación" })
    await changes.getByText("Dinero de origen desconocido").waitFor()
    await changes.getByText("1 nuevo · 1 abierto").waitFor()
    expect(await accessibilityProblems(page, OURS)).toEqual([])
  })

  it("changes nothing of accounts that were closed, until they are opened again", async () => {
    await open("/pagoefectivo/settlements")
    await page.getByRole("button", { name: "Cerrar un periodo" }).click()
    const dialog = page.getByRole("alertdialog")
    await dialog.getByLabel("Desde").fill("2026-09-01")
    await dialog.getByLabel("Hasta").fill("2026-09-30")
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    await dialog.getByRole("button", { name: "Cerrar un periodo" }).click()
    const periods = page.getByRole("table", { name: "Cuentas cerradas" })
    await periods.getByText(/^1 set?p?t?\.? 2026 – 30 set?p?t?\.? 2026$/).waitFor()
    await periods.getByRole("button", { name: "Reabrir" }).click()
    await page.getByText("Periodo reabierto").first().waitFor()
    await periods.getByRole("button", { name: "Reabrir" }).waitFor({ state: "detached" })
  })
})

describe.each([
  [
    "en",
    "light",
    [
      "Cases",
      "Settlements",
      "Payouts",
      "Codes",
      "Refunds",
      "Notices",
      "Health",
      "Runs",
      "Settings",
    ],
    "Not everything adds up.",
  ],
  [
    "zhCN",
    "dark",
    ["异常事项", "结算", "打款", "付款码", "退款", "通知", "运行状况", "对账记录", "设置"],
    "有款项对不上。",
  ],
  [
    "es",
    "light",
    [
      "Casos",
      "Liquidaciones",
      "Transferencias",
      "Códigos",
      "Devoluciones",
      "Avisos",
      "Estado",
      "Conciliaciones",
      "Ajustes",
    ],
    "No todo cuadra.",
  ],
] as const)("in %s, %s", (language, theme, titles, verdict) => {
  const paths = [
    "cases",
    "settlements",
    "payouts",
    "vouchers",
    "refunds?status=any",
    "notices",
    "health",
    "runs",
    "settings",
  ]

  it("every page speaks the language, and axe finds nothing", async () => {
    await speak(language)
    await paint(theme)
    await open("/pagoefectivo")
    await page.locator(`html.${theme}`).waitFor()
    await page.getByText(verdict).waitFor()
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    for (const [index, path] of paths.entries()) {
      await open(`/pagoefectivo/${path}`)
      await heading(titles[index] ?? "")
        .first()
        .waitFor()
      await page.waitForLoadState("networkidle")
      expect(await accessibilityProblems(page, OURS)).toEqual([])
      expect(await page.locator(OURS).first().innerText()).not.toMatch(/[a-z]+_[a-z]+\.[a-z_]+/)
    }
  })
})

describe.each(["dark", "light"] as const)("in %s, the drawer of", (theme) => {
  it.each(["settlements", "vouchers", "refunds?status=any", "notices", "cases"])(
    "one of the %s lets axe find nothing",
    async (path) => {
      await paint(theme)
      await open(`/pagoefectivo/${path}`)
      await page.locator(`html.${theme}`).waitFor()
      await page.locator("[data-list-row]").first().click()
      await page.getByRole("dialog").locator("dl, section, ol, ul").first().waitFor()
      await page.waitForLoadState("networkidle")
      expect(await accessibilityProblems(page, OURS)).toEqual([])
    },
  )
})

describe("what the plugin adds to the dashboard", () => {
  it("is small, and the charts are loaded with their page only", async () => {
    const folder = path.resolve(await builtAdmin(), "../../.medusa/server/src/admin")
    const kilobytes = async (name: string) =>
      gzipSync(await readFile(path.join(folder, name))).length / 1_000
    const [chunk = ""] = (await readdir(path.join(folder, "_chunks"))).filter((name) =>
      name.startsWith("bar-chart"),
    )
    const main = await kilobytes("index.mjs")
    const charts = await kilobytes(`_chunks/${chunk}`)
    reportFigure(
      `the admin's pages: ${main.toFixed(0)} kB compressed (at most ${MAX_PAGES_KB}), charts ` +
        `${charts.toFixed(0)} kB (at most ${MAX_CHARTS_KB}) on their page only`,
    )
    expect(main).toBeLessThan(MAX_PAGES_KB)
    expect(charts).toBeLessThan(MAX_CHARTS_KB)

    const loaded: string[] = []
    page.on("request", (request) => {
      if (request.url().includes("/bar-chart")) loaded.push(request.url())
    })
    await open("/pagoefectivo/cases")
    await page.waitForLoadState("networkidle")
    expect(loaded).toEqual([])
    await open("/pagoefectivo")
    await page.locator("canvas").first().waitFor()
    expect(loaded).toHaveLength(1)
  })
})

describe("several cases", () => {
  it.each(["mouse", "touch", "keyboard"] as const)(
    "follow one another, and a decision is taken back by %s while the next is open",
    async (way) => {
      await speak("es")
      const state = await context.storageState()
      const own = await browser.newContext({ hasTouch: way === "touch", storageState: state })
      const desk = await own.newPage()
      await desk.goto(`${shop.store.url}/app/pagoefectivo/cases`)
      await desk.locator("[data-list-row]").nth(1).waitFor()
      await desk.locator("[data-list-row]").first().click()
      await desk.waitForURL("**case=*")
      const first = desk.url()
      await dismiss("Revisado", desk)
      await desk.waitForURL((url) => url.searchParams.has("case") && url.href !== first)
      await undoWith(desk, way)
      await desk.getByRole("dialog").waitFor()
      await desk.locator("[data-list-row]").nth(1).waitFor()
      await screenshot(desk, `admin-undo-${way}`)
      await own.close()
    },
  )

  it("are decided together, by keyboard alone", async () => {
    await speak("es")
    await open("/pagoefectivo/cases")
    await page.locator("[data-list-row]").nth(1).waitFor()
    await page.locator("[data-list-row]").first().focus()
    for (const key of ["x", "j", "x"]) await page.keyboard.press(key)
    await page.getByText("2 seleccionados").waitFor()
    await page.keyboard.press("d")
    const dialog = page.getByRole("alertdialog")
    await dialog.getByText("2 casos seleccionados").waitFor()
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    await dialog.getByLabel("Nota: por qué").fill("Revisado con el banco")
    await dialog.getByRole("button", { name: "Descartar" }).click()
    await page.getByText("Listo: 2 casos").waitFor()
    await page.getByText("Ningún caso abierto").waitFor()
  })

  it("decided, all adds up only with an installation that was looked at and has no problem", async () => {
    const health = "**/admin/pagoefectivo/health*"
    const problem = { id: "credentials", provider_id: null, state: "problem", message: "" }
    await page.route(health, async (route) => {
      const answer = await route.fetch()
      const body = (await answer.json()) as { health: { checks: object[] } }
      body.health.checks = [{ ...problem, what_to_do: null, data: {} }]
      await route.fulfill({ response: answer, json: body })
    })
    await open("/pagoefectivo")
    await page.getByText("No todo cuadra.").waitFor()
    await page.getByRole("link", { name: "1 problema en la instalación" }).waitFor()
    expect(await page.getByText("Todo cuadra.", { exact: true }).count()).toBe(0)
    await screenshot(page, "admin-verdict")
    await page.unroute(health)
    await page.route(health, (route) => route.fulfill({ status: 403, json: { message: "no" } }))
    await page.reload()
    await page.getByText("No sabemos si todo cuadra.").waitFor()
    await page.unroute(health)
  })
})

describe("on a phone", () => {
  it.each([
    "",
    "/cases",
    "/settlements",
    "/payouts",
    "/vouchers",
    "/refunds?status=any",
    "/notices",
    "/health",
    "/runs",
    "/settings",
  ])("nothing of /pagoefectivo%s is cut off", async (path) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(`/pagoefectivo${path}`)
    await page.waitForLoadState("networkidle")
    const beyond = await page.evaluate((ours) => {
      const scrolls = ".overflow-x-auto, .overflow-auto, .sr-only"
      return [...document.querySelectorAll(`${ours} *`)]
        .filter((one) => !one.closest(scrolls))
        .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
        .map((one) => one.outerHTML.slice(0, 120))
    }, OURS)
    expect(beyond).toEqual([])
  })
})
