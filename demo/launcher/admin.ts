import { DemoError } from "./demo-error"
import { LAUNCHER_LIMITS } from "./limits"

const SCRIPT = /<script[^>]+type="module"[^>]+src="([^"]+)"/g
const IMPORT = /\b(?:from|import)\s*\(?\s*"(\/[^"]+)"/g

/**
 * Asks for the admin's first page and all that it imports, as a browser would: its sources are
 * compiled when they are asked for, which would otherwise slow down the first visitor and the shop.
 */
export async function warmUpAdmin(backendUrl: string): Promise<void> {
  const deadline = AbortSignal.timeout(LAUNCHER_LIMITS.adminWarmUpMs)
  const page = await fetch(`${backendUrl}/app/`, { signal: deadline })
  if (!page.ok) throw notServed(`it answers ${page.status}`)
  const seen = new Set<string>()
  let wave = found(SCRIPT, await page.text())
  while (wave.length > 0 && seen.size < LAUNCHER_LIMITS.adminModules) {
    wave.forEach((address) => seen.add(address))
    const sources = await Promise.all(wave.map((address) => source(backendUrl + address, deadline)))
    wave = [...new Set(sources.flatMap((text) => found(IMPORT, text)))].filter((a) => !seen.has(a))
  }
}

async function source(address: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(address, { signal, headers: { accept: "*/*" } })
  return answer.ok ? answer.text() : ""
}

function found(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? [])
}

function notServed(reason: string): DemoError {
  return new DemoError(
    `The admin is not served: ${reason}.`,
    "See .demo/logs/medusa.log, or start without it: npm start -- --no-admin",
  )
}
