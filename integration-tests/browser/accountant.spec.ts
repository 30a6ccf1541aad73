import type { Browser, BrowserContext, Download, Page } from "playwright-core"
import { ADMIN } from "../../demo/seed/shop-data"
import { ADMIN_BOOT_TIMEOUT_MS, bootShopWithAdmin } from "../support/admin-store"
import type { BootedShop } from "../support/booted-shop"
import { accessibilityProblems, openBrowser, screenshot } from "../support/browser"
import { SettlementDesk } from "../support/settlement-desk"
import { uploadReport } from "../support/upload"

const OURS = "[data-pagoefectivo]"
/** Each payment costs S/ 1.77 by contract: 1.50 and 18 % IGV. */
const RATE_CARD = { tiers: [{ fixed: "1.50" }], igvPercent: "18", tolerance: "0.00" }
const PAYOUT = "PE-2026-11-30"
const PAID = 7_990
const FEE = 177
const SHORT = 350

interface BookLine {
  reference: string
  cip: string
  status: "settled" | "held"
  amount: number
  fee: number
}

/** A case that the test expects, by its own reckoning; céntimos at risk. */
interface Expected {
  reason: string
  atRisk: number
}

let shop: BootedShop
let desk: SettlementDesk
let browser: Browser
let context: BrowserContext
let page: Page

/** What the test itself knows of the month, in céntimos; the plugin is never asked for it. */
const book: BookLine[] = []
const expected: Expected[] = []

const decimal = (centimos: number) => (centimos / 100).toFixed(2)
const shown = (centimos: number) => `S/\u00a0${decimal(centimos)}`
const atRisk = (reason?: string) =>
  expected
    .filter((one) => reason === undefined || one.reason === reason)
    .reduce((sum, one) => sum + one.atRisk, 0)
const netOf = ({ amount, fee }: BookLine) => amount - fee
/** Held money is not transferred. */
const transferred = () =>
  book.filter(({ status }) => status === "settled").reduce((sum, line) => sum + netOf(line), 0)

beforeAll(async () => {
  shop = await bootShopWithAdmin({ settlement: { fees: RATE_CARD } })
  browser = await openBrowser()
  desk = await SettlementDesk.open(shop)
  const cips: string[] = []
  for (let n = 0; n < 12; n++) cips.push((await desk.paidOrder()).cip)
  writeBook(cips)
  const { status } = await uploadReport(desk.admin, "noviembre.csv", reportText())
  expect(status).toBe(201)
  await desk.reconcile()
  context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: "reduce",
  })
  await context.addCookies([{ name: "lng", value: "es", url: shop.store.url }])
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

/** Twelve orders, and what is wrong with ten of them and with two payments of nobody. */
function writeBook(cips: string[]): void {
  const line = (n: number, differs: Partial<BookLine> = {}): BookLine => ({
    reference: shop.sandbox.voucher(cips[n]!)!.transactionCode,
    cip: cips[n]!,
    status: "settled",
    amount: PAID,
    fee: FEE,
    ...differs,
  })
  const foreign = (n: number, amount: number): BookLine => ({
    reference: `AJENO-${n}`,
    cip: `990000${n}`,
    status: "settled",
    amount,
    fee: FEE,
  })
  const wrong = (reason: string, risk: number, ...lines: BookLine[]) => {
    expected.push({ reason, atRisk: risk })
    book.push(...lines)
  }
  book.push(line(0), line(1))
  for (const n of [2, 3, 4]) wrong("amount_mismatch", 100, line(n, { amount: PAID - 100 }))
  wrong("fee_mismatch", SHORT, line(5, { fee: FEE + SHORT }))
  for (const n of [6, 7]) wrong("fee_mismatch", 10, line(n, { fee: FEE + 10 }))
  for (const n of [8, 9]) wrong("duplicate_payment", PAID, line(n), line(n, { cip: `880000${n}` }))
  for (const n of [10, 11]) wrong("held", PAID, line(n, { status: "held" }))
  wrong("unknown_reference", 5_500, foreign(1, 5_500))
  wrong("unknown_reference", 4_250, foreign(2, 4_250))
}

function reportText(): string {
  const header =
    "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,type,payout_id"
  const now = new Date().toISOString()
  const rows = book.map((line) =>
    [line.reference, line.cip, line.status, decimal(line.amount), "PEN", decimal(line.fee)]
      .concat(decimal(netOf(line)), now, now, "payment", PAYOUT)
      .join(","),
  )
  return [header, ...rows, ""].join("\n")
}

async function open(path: string): Promise<void> {
  await page.goto(`${shop.store.url}/app${path}`)
  await page.locator(OURS).first().waitFor()
}

async function saved(choose: () => Promise<void>): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent("download"), choose()])
  return file
}

/** A downloaded workbook, read by another reader than wrote it: its column of that name. */
async function column(file: Download, header: string): Promise<unknown[]> {
  const { readSheet } = await import("read-excel-file/node")
  const [headers = [], ...rows] = await readSheet(await file.path())
  const at = headers.indexOf(header)
  expect([header, at]).not.toEqual([header, -1])
  return rows.map((row) => row[at])
}

const openCases = async () => (await desk.casesOf("status=open")).length

describe("the morning", () => {
  it("says what does not add up, and how much is at risk, as the books have it", async () => {
    await open("/pagoefectivo")
    await page.getByText("No todo cuadra.").waitFor()
    const link = page.getByRole("link", { name: "Hay 12 casos abiertos, en riesgo:" })
    expect(await link.locator("..").innerText()).toContain(shown(atRisk()))
    await screenshot(page, "accountant-summary")
    await link.click()
    await page.getByRole("heading", { name: "Casos", exact: true }).waitFor()
  })

  it("takes the cases along as a workbook whose sum is the books'", async () => {
    const file = await saved(async () => {
      await page.getByRole("button", { name: "Exportar" }).click()
      await page.getByRole("menuitem", { name: "Libro de Excel" }).click()
    })
    expect(file.suggestedFilename()).toMatch(/^pagoefectivo-casos-\d{4}-\d\d-\d\d\.xlsx$/)
    const risks = (await column(file, "En riesgo")) as number[]
    expect(risks.map((risk) => Math.round(risk * 100)).sort()).toEqual(
      expected.map((one) => one.atRisk).sort(),
    )
    expect(new Set(await column(file, "Motivo"))).toEqual(
      new Set([
        "El monto no coincide",
        "La comisión no coincide",
        "Pagado dos veces",
        "Dinero retenido",
        "Dinero de origen desconocido",
      ]),
    )
  })
})

describe("twelve cases of five kinds", () => {
  /** Selects all that the page shows, with the mouse. */
  async function selectAll(reason: string): Promise<void> {
    await open(`/pagoefectivo/cases?reason=${reason}`)
    await page.locator("[data-list-row]").first().waitFor()
    await page.getByRole("checkbox", { name: "Seleccionar todo en esta página" }).click()
  }

  async function decideAll(action: string): Promise<void> {
    await page.getByRole("button", { name: action }).click()
    const dialog = page.getByRole("alertdialog")
    await dialog.getByLabel("Nota: por qué").fill("Revisado con el contrato")
    await dialog.getByRole("button", { name: action }).click()
  }

  it("shows the sum of what is selected", async () => {
    await selectAll("fee_mismatch")
    await page.getByText(`3 seleccionados · ${shown(atRisk("fee_mismatch"))}`).waitFor()
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    await screenshot(page, "accountant-selected", { fullPage: false })
  })

  it("decides them together, and takes that back with the toast's button", async () => {
    await decideAll("Aceptar la diferencia")
    await page.getByText("Listo: 3 casos").waitFor()
    expect(await openCases()).toBe(9)
    const undo = page.getByRole("button", { name: "Deshacer", exact: true })
    const box = (await undo.boundingBox())!
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await page.getByText("Reabiertos: 3 casos").waitFor()
    expect(await openCases()).toBe(12)
  })

  it("decides each kind, the last ones one after another", async () => {
    for (const reason of ["fee_mismatch", "amount_mismatch", "unknown_reference"]) {
      await selectAll(reason)
      await decideAll(reason === "unknown_reference" ? "Descartar" : "Aceptar la diferencia")
      await page
        .getByText(/^Listo: \d casos$/)
        .last()
        .waitFor()
      await page.locator("[data-list-row]").first().waitFor({ state: "detached" })
    }
    await open("/pagoefectivo/cases")
    await page.locator("[data-list-row]").first().click()
    const drawer = page.getByRole("dialog")
    for (let left = 4; left > 0; left--) {
      await drawer.getByRole("button", { name: "Otras acciones" }).click()
      await page.getByRole("menuitem", { name: "Descartar" }).click()
      await drawer.getByLabel("Nota: por qué").fill("La recaudadora lo corrige en diciembre")
      const decided = page.waitForResponse((answer) => answer.url().endsWith("/resolve"))
      await drawer.getByRole("button", { name: "Descartar" }).click()
      expect((await decided).status()).toBe(200)
      await (left > 1
        ? drawer.getByRole("button", { name: "Otras acciones" }).waitFor()
        : drawer.waitFor({ state: "hidden" }))
    }
    await page.getByText("Ningún caso abierto").waitFor()
    expect(await openCases()).toBe(0)
  })
})

describe('a shopper who says "I paid"', () => {
  it("is found by phone, and the gateway asked, without leaving the keyboard", async () => {
    const phone = "912 345 678"
    const address = { first_name: "Rosaura", last_name: "Quispe", phone, address_1: "Jr. Puno 1" }
    const where = { city: "Lima", province: "Lima", country_code: "pe", postal_code: "15001" }
    const { order, voucher } = await shop.shopper.placeOrder({ address: { ...address, ...where } })
    await desk.paySilently(voucher.cip)
    await open("/pagoefectivo/cases")
    await page.keyboard.press("/")
    await page.keyboard.type("+51 912345678")
    const option = page.getByRole("option", { selected: true })
    await option.getByText(`#${order.display_id}`).waitFor()
    await page.keyboard.press("Enter")
    await page.waitForURL(`**/orders/${order.id}`)
    const ask = page.locator(OURS).getByRole("button", { name: "Consultar ahora" })
    await ask.focus()
    await page.keyboard.press("Enter")
    await page.locator(OURS).getByText("Pago registrado en el pedido").waitFor()
  })
})

describe("a payout that is 3.50 short", () => {
  it("leads to the line behind it", async () => {
    await open("/pagoefectivo/payouts")
    await page.getByRole("link", { name: PAYOUT }).click()
    await page.getByRole("heading", { name: `Transferencia ${PAYOUT}` }).waitFor()
    await page.getByRole("button", { name: "Registrar abono" }).click()
    const today = new Date(Date.now() - 5 * 3_600_000).toISOString().slice(0, 10)
    expect(await page.getByLabel("Día del abono").inputValue()).toBe(today)
    await page.getByLabel("Abono del banco").fill(decimal(transferred() - SHORT))
    await page.getByRole("button", { name: "Guardar" }).click()
    const told = `El banco recibió ${shown(SHORT)} menos de lo que suman las líneas.`
    await page.getByText(told).waitFor()
    const suspect = page
      .getByRole("listitem")
      .filter({ hasText: "Su comisión no es la de tu tarifario" })
      .filter({ hasText: "Lo explica al céntimo" })
    const line = book.find(({ fee }) => fee === FEE + SHORT)!
    await suspect.getByText(line.cip).first().waitFor()
    expect(await accessibilityProblems(page, OURS)).toEqual([])
    await screenshot(page, "accountant-payout")
    await suspect
      .getByRole("link", { name: /^noviembre\.csv, fila \d+$/ })
      .first()
      .click()
    await page.getByRole("dialog").getByText("noviembre.csv").first().waitFor()
  })

  it("stands in the month's workbook with base, IGV and difference, as the books have them", async () => {
    await open("/pagoefectivo/payouts")
    const file = await saved(async () => {
      await page.getByRole("button", { name: "Exportar" }).click()
      await page.getByRole("menuitem", { name: "Libro de Excel" }).click()
    })
    const settled = book.filter(({ status }) => status === "settled")
    const fees = settled.reduce((sum, { fee }) => sum + fee, 0)
    const bases = settled.reduce((sum, { fee }) => sum + Math.round((fee * 100) / 118), 0)
    const cents = async (header: string) =>
      (await column(file, header)).map((value) => Math.round(Number(value) * 100))
    expect(await cents("Neto")).toEqual([transferred()])
    expect(await cents("Comisión sin IGV")).toEqual([bases])
    expect(await cents("IGV")).toEqual([fees - bases])
    expect(await cents("Diferencia")).toEqual([-SHORT])
  })
})
