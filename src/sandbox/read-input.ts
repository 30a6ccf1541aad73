import { z } from "zod"
import { SandboxUsageError } from "./sandbox-usage-error"

const MAX_SHOWN_CHARS = 80

/**
 * Checks what a person or a test handed in.
 * @throws SandboxUsageError that names each field, what was expected and what was found.
 */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) {
    return result.data
  }
  const problems = result.error.issues.map((issue) => {
    const place = issue.path.length ? issue.path.join(".") : "the whole"
    return `${place}: ${issue.message}, found ${shown(valueAt(value, issue.path))}`
  })
  throw new SandboxUsageError(`${what}: ${problems.join("; ")}`)
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  )
}

function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value))
  return text.length > MAX_SHOWN_CHARS ? `${text.slice(0, MAX_SHOWN_CHARS)}…` : text
}
