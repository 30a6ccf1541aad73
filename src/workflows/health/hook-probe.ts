import { createHmac, randomBytes } from "node:crypto"
import type { ProviderEntry } from "../../config"
import { definitionOf } from "../../gateways"
import { HEALTH_LIMITS as LIMITS } from "./limits"
import { networkFailure } from "./network-failure"

/** Carries the question to the hook and the answer back. */
export const PROBE_HEADER = "x-pagoefectivo-probe"

export type HookProbe =
  | { outcome: "answered" }
  /** Somebody answered, who is not this store. */
  | { outcome: "other"; status: number }
  | { outcome: "unknown_host" | "certificate" | "no_answer"; code: string }

/**
 * What the hook answers to a probe, or undefined for what is none. Only a store with the same secrets
 * can give it. It is no signature of any notice: those are made with another key, over JSON.
 */
export function answerProbe(entry: ProviderEntry, question: unknown): string | undefined {
  if (typeof question !== "string" || !/^[0-9a-f]{32}$/.test(question)) return undefined
  const gateway = { ...entry.gateway } as Record<string, unknown>
  const secrets = definitionOf(entry.gateway.gateway).secrets.map((name) => gateway[name])
  const key = createHmac("sha256", JSON.stringify(secrets)).update("hook probe").digest()
  return createHmac("sha256", key).update(question).digest("hex")
}

/** Asks the store's own hook, by the address that the gateway is given. Never throws. */
export async function probeHook(address: string, entry: ProviderEntry): Promise<HookProbe> {
  const question = randomBytes(16).toString("hex")
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", [PROBE_HEADER]: question },
      body: "{}",
      redirect: "manual",
      signal: AbortSignal.timeout(LIMITS.hookTimeoutMs),
    })
    await response.body?.cancel()
    return response.headers.get(PROBE_HEADER) === answerProbe(entry, question)
      ? { outcome: "answered" }
      : { outcome: "other", status: response.status }
  } catch (error) {
    const { outcome, code } = networkFailure(error)
    return { outcome: outcome === "timeout" ? "no_answer" : outcome, code }
  }
}
