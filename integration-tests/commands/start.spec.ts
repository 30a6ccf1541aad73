import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import type { Browser, Page } from "playwright-core"
import {
  accessibilityProblems,
  openBrowser,
  overflow,
  screenshot,
  watch,
  type Watch,
} from "../support/browser"
import { createTestDatabase, type TestDatabase } from "../support/database"
import { eventually } from "../support/eventually"
import { freePort } from "../support/start-store"

const ROOT = path.resolve(__dirname, "../..")
const START_TIMEOUT_MS = 240_000
const END_TIMEOUT_MS = 30_000
/** A notice waits 5 s in the platform's event bus, then the page asks within seconds. */
const PAID_TIMEOUT_MS = 60_000

/** `npm start` with a database of its own, on ports that are free. */
interface Demo {
  process: ChildProcess
  output(): string
  /** The exit code, null after a signal. */
  ended: Promise<number | null>
}

async function startDemo(database: TestDatabase, flags: string[]): Promise<Demo> {
  // Chosen together, so that none is another's.
  const [store, shop, sandbox] = await Promise.all([freePort(), freePort(), freePort()])
  const child = spawn(process.execPath, [path.join(ROOT, "scripts/start.mjs"), ...flags], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: undefined,
      NODE_OPTIONS: "",
      DATABASE_URL: database.url,
      PORT: String(store),
      SHOP_PORT: String(shop),
      SANDBOX_PORT: String(sandbox),
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  child.stdout.on("data", (piece: Buffer) => (output += piece))
  child.stderr.on("data", (piece: Buffer) => (output += piece))
  const ended = once(child, "close").then(([code]) => code as number | null)
  return { process: child, output: () => output, ended }
}

function addressOf(demo: Demo, label: string): string {
  return new RegExp(`^ +${label} +(http://\\S+)`, "m").exec(demo.output())?.[1] ?? ""
}

async function untilReady(demo: Demo): Promise<void> {
  await eventually(
    async () => {
      if (demo.process.exitCode !== null) throw new Error(`The demo ended:\n${demo.output()}`)
      return demo.output()
    },
    (output) => output.includes("Ctrl-C ends everything."),
    { what: "the demo's addresses", timeoutMs: START_TIMEOUT_MS },
  )
}

interface ProcessEntry {
  pid: number
  parent: number
}

/** All that runs on this machine, from Linux itself: not every container has `ps`. */
function runningProcesses(): ProcessEntry[] {
  return readdirSync("/proc").flatMap((name) => {
    const [, state, parent] = /\) (\S) (\d+)/.exec(statOf(name)) ?? []
    const runs = state !== undefined && state !== "Z"
    return runs ? [{ pid: Number(name), parent: Number(parent) }] : []
  })
}

function statOf(name: string): string {
  try {
    return /^\d+$/.test(name) ? readFileSync(`/proc/${name}/stat`, "utf8") : ""
  } catch {
    // It ended between the two looks.
    return ""
  }
}

/** What a process has started, and what that has started. */
function descendants(pid: number, all = runningProcesses()): number[] {
  const children = all.filter(({ parent }) => parent === pid).map((child) => child.pid)
  return [...children, ...children.flatMap((child) => descendants(child, all))]
}

describe("npm start", () => {
  let database: TestDatabase
  let demo: Demo
  let browser: Browser
  let page: Page
  let seen: Watch
  let unpaidCip: string

  beforeAll(async () => {
    database = await createTestDatabase()
    demo = await startDemo(database, ["--no-admin", "--no-order"])
    browser = await openBrowser()
    await untilReady(demo)
    page = await browser.newPage({
      viewport: { width: 390, height: 844 },
      locale: "es-PE",
      timezoneId: "America/Lima",
    })
    page.setDefaultTimeout(PAID_TIMEOUT_MS)
    seen = watch(page, new URL(addressOf(demo, "Shop")).origin, storeOrigin())
  }, START_TIMEOUT_MS)

  afterAll(async () => {
    await browser?.close()
    if (demo && demo.process.exitCode === null) {
      demo.process.kill("SIGINT")
      await demo.ended
    }
    await database?.drop()
  })

  function storeOrigin(): string {
    return new URL(addressOf(demo, "Webhook")).origin
  }

  async function expectReadable(name: string): Promise<void> {
    expect(await overflow(page)).toBe(0)
    expect(await accessibilityProblems(page)).toEqual([])
    await screenshot(page, name)
  }

  /** From the catalogue to the code, as somebody does who has never been here. */
  async function buy(): Promise<string> {
    await page.goto(addressOf(demo, "Shop"))
    await page.locator(".product__link").first().click()
    await page.getByRole("button", { name: "Llenar con un ejemplo" }).click()
    await page.getByRole("radio", { name: /PagoEfectivo/ }).check()
    await page.getByRole("button", { name: "Obtener mi código de pago" }).click()
    await page.getByRole("heading", { name: "¡Gracias por tu pedido!" }).waitFor()
    return (await page.locator(".pe-digits span").allInnerTexts()).join("")
  }

  async function payInSandbox(cip: string): Promise<void> {
    const panel = await browser.newPage()
    await panel.goto(addressOf(demo, "Sandbox"))
    const card = panel.locator(`[data-cip="${cip}"]`)
    await card.getByRole("button", { name: "Pagar en agente" }).click()
    await card.getByText("Pagado", { exact: true }).waitFor()
    await panel.close()
  }

  it("leads from a product to a paid order, and each page turns by itself", async () => {
    await page.goto(addressOf(demo, "Shop"))
    await page.locator(".product__link").first().waitFor()
    await expectReadable("shop-catalog")
    const cip = await buy()
    expect(cip).toMatch(/^\d{7,14}$/)
    await page.getByText("Te quedan").waitFor()
    await expectReadable("shop-confirmation-waiting")

    const voucherPage = await browser.newPage({ viewport: { width: 390, height: 844 } })
    const link = page.getByRole("link", { name: "Ver dónde pagar" })
    await voucherPage.goto((await link.getAttribute("href")) ?? "")
    const shown = await voucherPage.locator("[data-cip] span").allInnerTexts()
    expect(shown.join("")).toBe(cip)

    await payInSandbox(cip)
    await page.locator('.pe-voucher[data-status="paid"]').waitFor()
    await voucherPage
      .getByRole("heading", { name: "¡Listo! Recibimos tu pago" })
      .waitFor({ timeout: PAID_TIMEOUT_MS })
    expect(await page.getByText("¡Listo! Recibimos tu pago").isVisible()).toBe(true)
    expect(await page.getByRole("link", { name: "Pagar en el simulador" }).isVisible()).toBe(false)
    await expectReadable("shop-confirmation-paid")
    await voucherPage.close()
  })

  it('"Ya pagué" is honest while nothing is paid', async () => {
    unpaidCip = await buy()
    await page.getByRole("button", { name: "Ya pagué" }).click()
    await page.getByText("Todavía no nos llega el aviso de tu pago.").waitFor()
    await page.getByText("Esperando pago").waitFor()
  })

  it("says so when the browser refuses to copy, and selects the code", async () => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"))
      document.execCommand = () => false
    })
    await page.getByRole("button", { name: "Copiar código" }).click()
    await page.getByText("Tu navegador no permitió copiarlo.").waitFor()
    const selected = await page.evaluate(() => String(getSelection()))
    expect(selected.replace(/\D/g, "")).toBe(unpaidCip)
  })

  it("keeps its mails where the summary says; they read well at 600 px and load nothing", async () => {
    const [, folder = ""] = /^ +E-mails +(\S+)/m.exec(demo.output()) ?? []
    const pdf = await eventually(
      async () => readdirSync(path.join(ROOT, folder)).find((name) => name.includes(unpaidCip)),
      (name) => name !== undefined,
      { what: `the mail with code ${unpaidCip}` },
    )
    const mail = await browser.newPage({ viewport: { width: 600, height: 900 } })
    const loaded = watch(mail)
    await mail.goto(`file://${path.join(ROOT, folder, pdf?.replace(/-codigo.*$/, ".html") ?? "")}`)
    expect((await mail.locator("body").innerText()).replace(/\D/g, "")).toContain(unpaidCip)
    expect(await overflow(mail)).toBe(0)
    expect(loaded).toEqual({ complaints: [], foreignRequests: [] })
    await screenshot(mail, "mail-issued-600")
    await mail.close()
  })

  it("shows the order's code again after a reload, also in the dark", async () => {
    await page.emulateMedia({ colorScheme: "dark" })
    await page.reload()
    await page.getByText("Te quedan").waitFor()
    await expectReadable("shop-confirmation-dark")
    await page.emulateMedia({ colorScheme: "light" })
  })

  it("broke no policy and asked nobody but shop and store", () => {
    expect(seen).toEqual({ complaints: [], foreignRequests: [] })
  })

  it("ends within 30 seconds of Ctrl-C and leaves no process", async () => {
    const pid = demo.process.pid ?? 0
    const started = descendants(pid)
    expect(started.length).toBeGreaterThan(0)
    const askedAt = Date.now()
    process.kill(pid, "SIGINT")
    expect(await demo.ended).toBe(0)
    await eventually(
      async () => runningProcesses().filter(({ pid }) => started.includes(pid)),
      (left) => left.length === 0,
      { what: "the end of all that the demo started", timeoutMs: END_TIMEOUT_MS },
    )
    expect(Date.now() - askedAt).toBeLessThan(END_TIMEOUT_MS)
  })
})

describe("npm start -- --once", () => {
  it(
    "places an order, sees it paid and ends with code 0",
    async () => {
      const database = await createTestDatabase()
      try {
        const demo = await startDemo(database, ["--once"])
        const code = await demo.ended
        expect([code, demo.output()]).toEqual([0, expect.stringMatching(/order #\d+ is paid/)])
      } finally {
        await database.drop()
      }
    },
    START_TIMEOUT_MS,
  )
})
