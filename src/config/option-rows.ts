import { z } from "zod"
import { environmentName } from "./environment"
import { GATEWAY_OPTIONS } from "./gateway-options"
import { optionsSchema } from "./options-schema"

/** The part of JSON Schema that the options use. */
export interface Schema {
  type?: string
  const?: string
  default?: unknown
  enum?: string[]
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  required?: string[]
  properties?: Record<string, Schema>
  propertyNames?: Schema
  additionalProperties?: Schema | false
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

/** One option as merchants write it. */
export interface OptionRow {
  /** `settlement.sources[sftp].host`: in brackets, the `type` of a list's entry, if it has one. */
  path: string
  /** Inside a list's entry; elsewhere the path. */
  name: string
  environment: string | undefined
  schema: Schema
  /** `true`, or the gateway or block that can't do without it. */
  required: boolean | string
}

/** Set by `withPagoEfectivo`, not by merchants. */
const INTERNAL: ReadonlySet<string> = new Set(["entry"])

/** Told as one row, because what is inside has its own documentation or no fixed names. */
const CLOSED: ReadonlySet<string> = new Set(["voucher.content.wording"])

/** Every option of the plugin's schema, in its order. */
export function optionRows(): OptionRow[] {
  const root = z.toJSONSchema(optionsSchema, { io: "input", unrepresentable: "any" }) as Schema
  const rows = below(root, "")
  // What an entry of `providers` has beside its id are options of the same name at the top.
  const names = new Set(rows.map(({ path }) => path))
  return rows.filter(({ path, name }) => !path.startsWith("providers[].") || !names.has(name))
}

/** `block` is the nearest one that may be left out as a whole. */
function below(schema: Schema, prefix: string, block?: string): OptionRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]) => {
    const isRequired = Boolean(schema.required?.includes(name))
    return INTERNAL.has(prefix + name) ? [] : rowsOf(child, prefix + name, isRequired, block)
  })
}

function rowsOf(schema: Schema, path: string, isRequired: boolean, block?: string): OptionRow[] {
  if (schema.properties && !CLOSED.has(path)) {
    const mayBeLeftOut = !isRequired && schema.default === undefined
    return below(schema, `${path}.`, mayBeLeftOut ? path : block)
  }
  const row = {
    path,
    name: path.replace(/^.*\]\./, ""),
    environment: environmentName(path),
    schema,
    required: gatewayThatNeeds(path) ?? (isRequired && (block ?? true)),
  }
  return [row, ...entriesOf(schema, path)]
}

function entriesOf({ items }: Schema, path: string): OptionRow[] {
  if (items?.properties) return below(items, `${path}[].`)
  const variants = items?.oneOf ?? []
  const common = Object.keys(variants[0]?.properties ?? {}).filter((name) =>
    variants.every(({ properties }) => properties?.[name]),
  )
  const [first] = variants
  const shared = first
    ? below(
        pick(first, (name) => common.includes(name)),
        `${path}[].`,
      )
    : []
  return [
    ...shared.map((row) => (row.name === "type" ? withTypes(row, variants) : row)),
    ...variants.flatMap((variant) =>
      below(
        pick(variant, (name) => !common.includes(name)),
        `${path}[${variant.properties?.type?.const}].`,
      ),
    ),
  ]
}

function pick(schema: Schema, wanted: (name: string) => boolean): Schema {
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => wanted(name))
  return { ...schema, properties: Object.fromEntries(properties) }
}

function withTypes(row: OptionRow, variants: Schema[]): OptionRow {
  const types = variants.flatMap(({ properties }) => properties?.type?.const ?? [])
  return { ...row, schema: { type: "string", enum: types } }
}

function gatewayThatNeeds(path: string): string | undefined {
  return GATEWAY_OPTIONS.find((option) => option.path === path && option.isRequired)?.gateway
}
