import { networkFailure, type NetworkFailure } from "../health/network-failure"
import type { SignedNotice } from "../../gateways/gateway"
import { FIRST_STEPS_LIMITS as LIMITS } from "./limits"

/** What came of asking an address of one's own over the network. */
export type HookAnswer =
  | { answered: true; status: number; location: string | null; code: string | null }
  | ({ answered: false } & NetworkFailure)

/** Sends a notice as a gateway does: no redirect is followed, and it gives up after a while. */
export async function askHook(
  address: string,
  { query, headers, body }: SignedNotice,
  timeoutMs: number = LIMITS.testNoticeTimeoutMs,
): Promise<HookAnswer> {
  const url = new URL(address)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    })
    const location = response.headers.get("location")
    return {
      answered: true,
      status: response.status,
      location: location && withoutQuery(location, url),
      code: codeIn(await readStart(response)),
    }
  } catch (error) {
    return { answered: false, ...networkFailure(error) }
  }
}

/** The signature is in some gateways' query, and belongs in no page. */
function withoutQuery(location: string, base: URL): string | null {
  if (!URL.canParse(location, base)) return null
  const { origin, pathname } = new URL(location, base)
  return origin + pathname
}

async function readStart(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > LIMITS.maxAnswerBytes) break
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}

/** The plugin's own refusals name their reason. */
function codeIn(text: string): string | null {
  try {
    const { code } = JSON.parse(text) as { code?: unknown }
    return typeof code === "string" ? code : null
  } catch {
    return null
  }
}
