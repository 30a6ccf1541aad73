import { z } from "zod"
import type { SandboxCredentials } from "./authorization-hash"
import { readInput } from "./read-input"
import type { SandboxOptions } from "./sandbox"
import { SandboxUsageError } from "./sandbox-usage-error"
import type { MercadoPagoCredentials } from "./mercadopago/context"
import { MERCADOPAGO_SANDBOX_KEYS } from "./mercadopago/well-known-keys"
import type { SwitchChanges } from "./switches"
import { SANDBOX_KEYS } from "./well-known-keys"

export interface ValidOptions {
  port: number
  host: string
  publicUrl: string | null
  webhookUrl: string | null
  credentials: SandboxCredentials
  mercadoPagoCredentials: MercadoPagoCredentials
  switches: SwitchChanges
  firstCip: number
  now: () => Date
  fetch: typeof fetch
}

const MIN_CIP = 1_000_000
const MAX_FIRST_CIP = 999_999_999
const FIRST_CIP_BASE = 100_000_000
const COUNTED_FROM = Date.UTC(2025, 0, 1)
const CIP_SPAN = 800_000_000

const schema = z.strictObject({
  port: z.number().int().min(0).max(65_535).default(0),
  host: z.string().min(1).default("127.0.0.1"),
  publicUrl: z.url({ protocol: /^https?$/ }).optional(),
  webhookUrl: z.string().nullish(),
  credentials: z
    .strictObject({
      accessKey: z.string().min(1).max(100),
      secretKey: z.string().min(1).max(200),
      serviceId: z.number().int().positive(),
    })
    .default({ ...SANDBOX_KEYS }),
  mercadoPagoCredentials: z
    .strictObject({
      accessToken: z.string().min(1).max(200),
      webhookSecret: z.string().min(1).max(200),
      userId: z.number().int().positive(),
    })
    .default({ ...MERCADOPAGO_SANDBOX_KEYS }),
  switches: z.record(z.string(), z.unknown()).default({}),
  firstCip: z.number().int().min(MIN_CIP).max(MAX_FIRST_CIP).optional(),
})

/** @throws SandboxUsageError that names the option, what was expected and what was found. */
export function readOptions({ now, fetch: send, ...plain }: SandboxOptions): ValidOptions {
  const valid = readInput(schema, plain, "Sandbox options")
  const clock = now ?? (() => new Date())
  return {
    ...valid,
    publicUrl: valid.publicUrl?.replace(/\/+$/, "") ?? null,
    webhookUrl: readWebhookUrl(valid.webhookUrl ?? null),
    firstCip: valid.firstCip ?? firstCipAt(clock()),
    now: clock,
    fetch: send ?? fetch,
  }
}

/** @throws SandboxUsageError when it is no http or https address. */
export function readWebhookUrl(url: string | null): string | null {
  if (url === null) {
    return null
  }
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !["http:", "https:"].includes(parsed.protocol)) {
    throw new SandboxUsageError(
      `The webhook must be an http or https address, found ${JSON.stringify(url)}`,
    )
  }
  return url
}

/**
 * One number per second since 2025: a sandbox that is started again does not repeat the CIPs that a
 * store's database still knows.
 */
function firstCipAt(now: Date): number {
  const seconds = Math.floor((now.getTime() - COUNTED_FROM) / 1_000)
  return FIRST_CIP_BASE + (Math.max(0, seconds) % CIP_SPAN)
}
