import type { HealthCheckId } from "./health-check-ids"

/** What the store says of a check; see `AdminHealthCheck`. */
interface Check {
  id: HealthCheckId
  state: string
  message: string
  what_to_do: string | null
  data: Record<string, unknown> & { finding?: string }
}

/** A number stays one: by its `count` a text takes its plural. */
type Values = Record<string, string | number>

interface Text {
  title: string
  message: string
  todo: string | null
}

/**
 * A health check in a reader's language, for the admin and for the command `doctor`. Several jobs
 * share their texts. A check or finding without a text is shown in the store's own English rather
 * than not at all.
 */
export function healthText(
  check: Check,
  {
    t,
    knows,
    format,
  }: {
    t: (key: string, values: Values) => string
    knows: (key: string, values: Values) => boolean
    format: (iso: string) => string
  },
): Text {
  const job = /^job_(.+)$/.exec(check.id)?.[1]
  const group = job ? "job" : check.id
  const say = (trouble: Trouble) => troubleText(trouble, group, { t, knows })
  const values = shown(check.data, format, say)
  const known = (part: string) =>
    [
      `health.${group}.${part}_${check.data.finding}`,
      `health.${group}.${part}_${check.state}`,
      `health.any.${part}_${check.state}`,
    ].find((key) => knows(key, values))
  const title = [`health.${group}.title_${job}`, `health.${group}.title`].find((key) =>
    knows(key, values),
  )
  const message = known("is")
  const todo = known("do")
  return {
    title: title ? t(title, values) : check.id,
    message: message ? t(message, values) : check.message,
    todo: check.what_to_do && (todo ? t(todo, values) : check.what_to_do),
  }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T/

/** What went wrong with a file, or a source: by a reason or a code that has texts, or in English. */
interface Trouble {
  name?: string
  code?: string | null
  reason?: { code: string; values: Record<string, unknown> } | null
  error?: string
}

function troubleText(
  { name, code, reason, error }: Trouble,
  group: string,
  {
    t,
    knows,
  }: {
    t: (key: string, values: Values) => string
    knows: (key: string, values: Values) => boolean
  },
): string {
  const [key, values] = reason
    ? [`refusal.${reason.code}`, reason.values]
    : [`health.${group}.error_${code}`, {}]
  const texts = Object.fromEntries(Object.entries(values).map(([at, it]) => [at, String(it)]))
  const why = knows(key, texts) ? t(key, texts) : error
  return [name, why && name ? `(${why})` : why].filter(Boolean).join(" ")
}

function shown(
  data: Check["data"],
  format: (iso: string) => string,
  say: (trouble: Trouble) => string,
): Values {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, oneShown(value, format, say)]),
  )
}

function oneShown(
  value: unknown,
  format: (iso: string) => string,
  say: (trouble: Trouble) => string,
): string | number {
  if (typeof value === "number") return value
  if (typeof value === "string" && INSTANT.test(value)) return format(value)
  if (Array.isArray(value)) return value.map((item) => oneShown(item, format, say)).join(", ")
  if (typeof value === "object" && value !== null) return say(value)
  return value === null || value === undefined ? "—" : String(value)
}
