import { readEnvironment } from "./environment"
import { safeLogo } from "../voucher/html/safe-url"
import { describeFound, describeIssue, PagoEfectivoOptionsError } from "./options-error"
import { optionsSchema, type OptionsInput, type ParsedOptions } from "./options-schema"
import {
  missingCredentials,
  PROVIDER_ENTRY_ID,
  providerEntries,
  withoutSlash,
  type ProviderEntry,
} from "./provider-entries"
import { optionOrigins, type OptionOrigins } from "./option-origins"
import { productionProblems } from "./production-guard"

/** Options as the plugin uses them: complete, checked, addresses without a trailing slash. */
export interface PagoEfectivoOptions extends ParsedOptions {
  backendUrl: string
  /** The store's payment providers, each with its gateway; at least one. */
  entries: ProviderEntry[]
  /** Who said what each option is. */
  origins: OptionOrigins
}

/**
 * Options from the configuration, completed by the environment and by defaults.
 * @throws PagoEfectivoOptionsError naming each wrong option, what was found and what is allowed.
 */
export function resolveOptions(
  input: OptionsInput | undefined,
  env: NodeJS.ProcessEnv = process.env,
): PagoEfectivoOptions {
  const given = withoutUndefined(input ?? {})
  const merged = merge(readEnvironment(env), given)
  const parsed = optionsSchema.safeParse(merged)
  if (!parsed.success) {
    throw new PagoEfectivoOptionsError([
      ...parsed.error.issues.map((issue) => describeIssue(issue, merged)),
      ...missingCredentials(merged),
    ])
  }
  const options = parsed.data
  const backendUrl = withoutSlash(
    options.backendUrl ?? env.MEDUSA_BACKEND_URL ?? `http://localhost:${env.PORT ?? 9000}`,
  )
  const { entries, problems } = providerEntries(options, backendUrl)
  problems.push(...unknownProviders(options))
  problems.push(...entries.flatMap(({ gateway }) => productionProblems(options, gateway)))
  problems.push(...logoProblems(options.voucher.logoUrl, backendUrl))
  if (problems.length) throw new PagoEfectivoOptionsError([...new Set(problems)])
  return {
    ...options,
    entries,
    origins: optionOrigins(given, merged, env),
    backendUrl,
    storeUrl: options.storeUrl && withoutSlash(options.storeUrl),
  }
}

/** Sources and rate cards that would belong to nobody. */
function unknownProviders({ settlement, providers }: ParsedOptions): string[] {
  const ids = (providers ?? [{ id: PROVIDER_ENTRY_ID }]).map(({ id }) => id)
  const problem = (option: string, provider: string) =>
    `option ${option}: found provider "${provider}"; allowed: ${ids.join(", ")}`
  const sources = settlement.sources.flatMap(({ id, provider }) =>
    provider === undefined || ids.includes(provider)
      ? []
      : problem(`"settlement.sources" "${id}"`, provider),
  )
  const cards = Object.keys(settlement.feesByProvider)
    .filter((id) => !ids.includes(id))
    .map((id) => problem('"settlement.feesByProvider"', id))
  return [...sources, ...cards]
}

/** The page asks no other host for anything, so a logo that stands elsewhere would never be seen. */
function logoProblems(logoUrl: string | undefined, backendUrl: string): string[] {
  if (!logoUrl || safeLogo(logoUrl, new URL(backendUrl))) return []
  return [
    `option "voucher.logoUrl": found ${describeFound("voucher.logoUrl", logoUrl)}; allowed: an image on the backend's own host (${backendUrl}/...), or a data: URI of a PNG, JPEG, GIF, WebP or SVG image`,
  ]
}

/** What is configured wins; blocks that both have are completed, not replaced. */
function merge(env: Record<string, unknown>, input: OptionsInput): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...env, ...input }
  for (const [name, value] of Object.entries(env)) {
    const configured = merged[name]
    if (isBlock(value) && isBlock(configured)) merged[name] = { ...value, ...configured }
  }
  return merged
}

function isBlock(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Medusa adds these to the options of modules and providers; they are not the merchant's. */
const ADDED_BY_MEDUSA: ReadonlySet<string> = new Set(["database"])

function withoutUndefined(input: OptionsInput): OptionsInput {
  return Object.fromEntries(
    Object.entries(input).filter(
      ([name, value]) => value !== undefined && !ADDED_BY_MEDUSA.has(name),
    ),
  )
}
