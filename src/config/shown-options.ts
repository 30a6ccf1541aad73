import { definitionOf } from "../gateways"
import { GATEWAY_OPTIONS, optionsOf } from "./gateway-options"
import { optionAt, type OptionOrigin } from "./option-origins"
import { optionRows } from "./option-rows"
import type { ProviderEntry } from "./provider-entries"
import type { PagoEfectivoOptions } from "./resolve-options"

/** An option as a person may see it. */
export interface ShownOption {
  name: string
  /** Of a gateway's option: whose it is. */
  providerId: string | null
  /** Null: none, or a secret. */
  value: unknown
  isSecret: boolean
  isSet: boolean
  origin: OptionOrigin
}

/** A block that is one value, so that it can be told as a whole. */
const WHOLE = ["settlement.fees", "settlement.feesByProvider"] as const

/** Addresses that are keys: whoever has one can use it. */
const SECRET_PATHS: ReadonlySet<string> = new Set([
  "alerts.dingtalk.webhook",
  "alerts.dingtalk.secret",
  ...GATEWAY_OPTIONS.filter(({ gateway, name }) =>
    (definitionOf(gateway).secrets as readonly string[]).includes(name),
  ).map(({ path }) => path),
])

/** Lists of objects that may hold passwords: only these fields of each are shown. */
const SHOWN_FIELDS: Record<string, readonly string[]> = {
  providers: ["id", "gateway"],
  "settlement.sources": ["id", "type", "format", "provider", "silentAfterDays"],
  "settlement.formats": ["id", "ledger", "timeZone"],
}

const GATEWAY_PATHS: ReadonlySet<string> = new Set([
  "gateway",
  ...GATEWAY_OPTIONS.map(({ path }) => path),
])

/** Every option with the value in force and where it is from; secrets only as set or not. */
export function shownOptions(options: PagoEfectivoOptions): ShownOption[] {
  const gateways = options.entries.flatMap((entry) => gatewayOptions(options, entry))
  const others = OTHER_PATHS.map((path) => shown(options, path, optionAt(options, path)))
  return [...gateways, ...others]
}

const OTHER_PATHS = [
  ...new Set(
    optionRows()
      .map(({ path }) => WHOLE.find((whole) => path.startsWith(`${whole}.`)) ?? path)
      .filter((path) => !/[[]/.test(path) && !GATEWAY_PATHS.has(path)),
  ),
]

function gatewayOptions(options: PagoEfectivoOptions, entry: ProviderEntry): ShownOption[] {
  const configured = { ...entry.gateway, notificationUrl: entry.noticeAddress } as Record<
    string,
    unknown
  >
  const of = { entryId: entry.id, providerId: entry.providerId }
  return [
    shown(options, "gateway", entry.gateway.gateway, of),
    ...optionsOf(entry.gateway.gateway).map(({ path, name }) =>
      shown(options, path, configured[name], of),
    ),
  ]
}

function shown(
  { origins }: PagoEfectivoOptions,
  path: string,
  value: unknown,
  of?: { entryId: string; providerId: string },
): ShownOption {
  const isSecret = SECRET_PATHS.has(path)
  const isSet = value !== undefined && value !== null && value !== ""
  return {
    name: path,
    providerId: of?.providerId ?? null,
    value: isSecret || !isSet ? null : shownValue(path, value),
    isSecret,
    isSet,
    origin: origins.of(path, of?.entryId),
  }
}

function shownValue(path: string, value: unknown): unknown {
  const fields = SHOWN_FIELDS[path]
  if (fields) return (value as object[]).map((entry) => pick(entry, fields))
  return typeof value === "string" ? withoutCredentials(value) : value
}

function pick(entry: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => fields.includes(name)))
}

/** An address may carry a password or a token; a picture in a `data:` URI is too long to read. */
function withoutCredentials(text: string): string {
  const picture = /^data:[\w/+.-]*/.exec(text)?.[0]
  if (picture !== undefined) return `${picture},…`
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return text
  const { origin, pathname, search, hash } = new URL(text)
  const hidden = search || hash ? "?…" : ""
  return `${origin}${pathname === "/" && !text.endsWith("/") ? "" : pathname}${hidden}`
}
