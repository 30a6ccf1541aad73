import { execFileSync } from "node:child_process"
import { mkdirSync } from "node:fs"
import path from "node:path"
import axe, { type AxeResults, type RunOptions } from "axe-core"
import { chromium, type Browser, type Page } from "playwright-core"

/** Debian's chromium is started like this also as root in a container; nothing but loopback is asked. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
]

/** WCAG 2.2 AA and what it is built on. */
const ACCESSIBILITY_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

/** The Chromium in `CHROMIUM_PATH`, or the first `chromium` on the `PATH`. */
export function openBrowser(): Promise<Browser> {
  const executablePath =
    process.env.CHROMIUM_PATH ??
    execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim()
  return chromium.launch({ executablePath, args: ARGUMENTS })
}

/** What a page did that its reader does not see; to be looked at when it has been used. */
export interface Watch {
  /** Errors and warnings of the console, which include each violation of the page's policy. */
  complaints: string[]
  /** Addresses on other hosts that the page asked for. */
  foreignRequests: string[]
}

/** Watches a page from before its first request. */
export function watch(page: Page, ...origins: string[]): Watch {
  const seen: Watch = { complaints: [], foreignRequests: [] }
  page.on("pageerror", (error) => seen.complaints.push(String(error)))
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.complaints.push(message.text())
  })
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith("http") && !origins.includes(origin)) {
      seen.foreignRequests.push(request.url())
    }
  })
  return seen
}

/**
 * What axe finds against WCAG 2.2 AA, in words; nothing when all is well.
 * @param within a selector, where only a part of the page is our own
 */
export async function accessibilityProblems(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(axe.source)
  const options: RunOptions = { runOnly: { type: "tag", values: ACCESSIBILITY_RULES } }
  const part = within ? `{ include: [[${JSON.stringify(within)}]] }` : "document"
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${part}, ${JSON.stringify(options)})`,
  )
  return violations.flatMap(({ help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${help}: ${html} (${failureSummary})`),
  )
}

/** Pixels by which the page is wider than its window; readers hate to scroll sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

/** Keeps a picture of the page, whole unless told otherwise, in the folder `SCREENSHOTS_DIR`, when there is one. */
export async function screenshot(
  page: Page,
  name: string,
  { fullPage = true }: { fullPage?: boolean } = {},
): Promise<void> {
  const folder = process.env.SCREENSHOTS_DIR
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage })
}
