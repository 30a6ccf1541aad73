import type { z } from "zod"
import { definitionOf, GATEWAY_IDS } from "../gateways"
import { inEnvironment } from "./environment"
import { BLOCK_IDS } from "./gateway-schema"
import { BrandedError } from "../errors/branded-error"

/** Options whose value is never shown, wherever they stand. */
const SECRET_OPTIONS: ReadonlySet<string> = new Set([
  ...GATEWAY_IDS.flatMap((id) => definitionOf(id).secrets),
  // Of sources of settlement reports and of alerts.
  "accessToken",
  "password",
  "passphrase",
  "privateKey",
  "secret",
  "headers",
])

const SECRET_BLOCKS: ReadonlySet<string> = new Set([...BLOCK_IDS, "providers", "alerts"])

/** Stops the start. Its message names each wrong option, what was found and what is allowed. */
export class PagoEfectivoOptionsError extends BrandedError {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(`PagoEfectivo is not set up correctly:\n${problems.map((p) => `  - ${p}`).join("\n")}`)
    this.problems = problems
  }
}

const TYPE_NAMES: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  array: "a list",
}

/** What was found, in words that never show a secret: neither its own nor one nested in it. */
export function describeFound(option: string, value: unknown): string {
  if (value === undefined) return "nothing"
  if (Array.isArray(value)) return value.length ? `a list of ${value.length}` : "[]"
  if (typeof value === "object" && value !== null) return "an object"
  if (SECRET_OPTIONS.has(option.split(".").at(-1) ?? "") || mayHoldSecrets(option)) {
    return typeof value === "string" ? `a text of ${value.length} characters` : typeof value
  }
  const text = JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 117)}...` : text
}

/** Blocks in which a secret may have been written in the wrong place. */
function mayHoldSecrets(option: string): boolean {
  const block = option.replace(/\.\d+$/, "")
  return SECRET_BLOCKS.has(block) || option.startsWith("alerts.dingtalk")
}

export function describeIssue(issue: z.core.$ZodIssue, input: unknown): string {
  const option = issue.path.map(String).join(".")
  if (issue.code === "unrecognized_keys") {
    const names = issue.keys.map((key) => (option ? `${option}.${key}` : key))
    return `unknown option ${names.map((n) => `"${n}"`).join(", ")}; check the spelling against docs/options.md`
  }
  const found = describeFound(option, valueAt(input, issue.path))
  return `option "${option}"${inEnvironment(option)}: found ${found}; allowed: ${allowed(issue)}`
}

function allowed(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "too_small":
      return issue.origin === "string"
        ? `at least ${issue.minimum} characters`
        : `${issue.minimum} or more`
    case "too_big":
      return issue.origin === "string"
        ? `at most ${issue.maximum} characters`
        : `${issue.maximum} or less`
    case "invalid_value":
      return issue.values.map((v) => JSON.stringify(v)).join(" or ")
    case "invalid_type":
      return TYPE_NAMES[issue.expected] ?? issue.expected
    case "invalid_format":
      return issue.format === "regex" ? issue.message : `a valid ${issue.format}`
    default:
      return issue.message
  }
}

function valueAt(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    input,
  )
}
