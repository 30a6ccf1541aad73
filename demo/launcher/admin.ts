import { messageOf } from "./demo-error"
import { LAUNCHER_LIMITS } from "./limits"

const SCRIPT = /<script[^>]+type="module"[^>]+src="([^"]+)"/g
const IMPORT = /\b(?:from|import)\s*\(?\s*"(\/[^"]+)"/g

/**
 * Asks for the admin's first page and all that it imports, as a browser would: its sources are
 * compiled when they are asked for, which would otherwise slow down the first visitor. A courtesy:
 * whatever goes wrong, the shop is open.
 * @returns what to tell about it
 */
export async function warmUpAdmin(backendUrl: string): Promise<string> {
  try {
    await compile(backendUrl, AbortSignal.timeout(LAUNCHER_LIMITS.adminWarmUpMs))
    return "compiled"
  } catch (error) {
    return (
      `not compiled ahead (${messageOf(error)}): its first page takes a while. If it does not come, ` +
      "see .demo/logs/medusa.log"
    )
  }
}

async function compile(backendUrl: string, deadline: AbortSignal): Promise<void> {
  const page = await fetch(`${backendUrl}/app/`, { signal: deadline })
  if (!page.ok) throw new Error(`it answers ${page.status}`)
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
