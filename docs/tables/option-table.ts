import type { Language } from "./languages"
import type { OptionRow, Schema } from "../../src/config/option-rows"

const START = /^<!-- options: (.+) -->$/
const END = "<!-- /options -->"

/** Prettier would pad the cells of a narrow table. */
const UNFORMATTED = ["<!-- prettier-ignore-start -->", "<!-- prettier-ignore-end -->"] as const

/**
 * A document with its tables written anew: each stands between `<!-- options: path path.* -->` and
 * `<!-- /options -->`.
 * @throws Error naming a marker that is not closed, or a path that is no option.
 */
export function withTables(document: string, rows: OptionRow[], language: Language): string {
  const written: string[] = []
  const lines = document.split("\n")
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string
    written.push(line)
    const paths = START.exec(line)?.[1]
    if (paths === undefined) continue
    const end = lines.indexOf(END, at)
    if (end < 0) throw new Error(`${line} has no ${END} after it`)
    const chosen = paths.split(" ").flatMap((path) => rowsAt(path, rows))
    const table = tableOf(chosen, language)
    written.push("", UNFORMATTED[0], "", ...table, "", UNFORMATTED[1], "", END)
    at = end
  }
  return written.join("\n")
}

/** The options that a document's markers name. */
export function documentedOptions(document: string, rows: OptionRow[]): string[] {
  const markers = document.split("\n").flatMap((line) => START.exec(line)?.[1]?.split(" ") ?? [])
  return markers.flatMap((path) => rowsAt(path, rows)).map(({ path }) => path)
}

function rowsAt(wanted: string, rows: OptionRow[]): OptionRow[] {
  const prefix = wanted.endsWith("*") ? wanted.slice(0, -1) : undefined
  const found = rows.filter(({ path }) =>
    prefix === undefined ? path === wanted : path.startsWith(prefix),
  )
  if (found.length === 0) throw new Error(`"${wanted}" in an options marker is no option`)
  return found
}

function tableOf(rows: OptionRow[], language: Language): string[] {
  const { columns } = language
  const hasEnvironment = rows.some(({ environment }) => environment)
  const ofOneList = new Set(rows.map(({ path, name }) => path.slice(0, -name.length))).size === 1
  const head = [
    columns.option,
    ...(hasEnvironment ? [columns.environment] : []),
    columns.default,
    columns.allowed,
    columns.text,
  ]
  const body = rows.map((row) => [
    code(ofOneList ? row.name : row.path),
    ...(hasEnvironment ? [row.environment ? code(row.environment) : ""] : []),
    defaultOf(row, language),
    allowedOf(row, language),
    textOf(row, language).text,
  ])
  return [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`)
}

/** @throws Error naming the option that has no text in this language. */
export function textOf({ path }: OptionRow, { texts, id }: Language) {
  const found = texts[path]
  if (found === undefined) {
    throw new Error(`Option "${path}" has no text in src/option-texts/${id}.json`)
  }
  return typeof found === "string" ? { text: found } : found
}

function defaultOf(row: OptionRow, language: Language): string {
  if (row.required === true) return language.required
  if (row.required) return language.requiredWith(code(row.required))
  return defaultBySchema(row.schema, language) ?? textOf(row, language).default ?? language.none
}

/** What stands in the schema; undefined where a default is worked out or there is none. */
export function defaultBySchema(schema: Schema, { none, builtIn }: Language): string | undefined {
  const value = schema.default
  if (value === undefined) return undefined
  if (typeof value !== "object" || value === null) return code(String(value))
  return Object.keys(value).length > 0 ? builtIn : none
}

function allowedOf(row: OptionRow, language: Language): string {
  const bySchema = allowedBySchema(row.schema, language)
  const { allowed } = textOf(row, language)
  const count = countOf(row.schema, language)
  return [bySchema ?? allowed, count].filter(Boolean).join(" ")
}

/** What the schema says by itself; undefined where only a sentence can. */
export function allowedBySchema(schema: Schema, language: Language): string | undefined {
  if (schema.enum) return schema.enum.map((value) => code(JSON.stringify(value))).join(", ")
  if (schema.anyOf) return alternatives(schema.anyOf, language)
  if (schema.type === "boolean") return "`true`, `false`"
  if (schema.type === "integer") return range(schema.minimum, schema.maximum)
  if (schema.format === "uri") return language.address
  if (schema.format === "email") return language.email
  if (schema.type !== "string" || schema.pattern || schema.maxLength === undefined) return undefined
  return language.textUpTo(number(schema.maxLength))
}

function alternatives(schemas: Schema[], language: Language): string | undefined {
  const told = schemas.map((schema) =>
    schema.properties
      ? code(`{ ${Object.keys(schema.properties).join(", ")} }`)
      : allowedBySchema(schema, language),
  )
  return told.includes(undefined) ? undefined : told.join(", ")
}

function countOf({ type, minItems, maxItems }: Schema, language: Language): string | undefined {
  if (type !== "array" || maxItems === undefined) return undefined
  return minItems ? language.entries(range(minItems, maxItems)) : language.atMost(number(maxItems))
}

function range(minimum = 0, maximum = Infinity): string {
  return `${number(minimum)}–${number(maximum)}`
}

function number(value: number): string {
  return value.toLocaleString("en-US")
}

/** A bar would end the cell. */
function code(text: string): string {
  return `\`${text.replaceAll("|", "\\|")}\``
}
