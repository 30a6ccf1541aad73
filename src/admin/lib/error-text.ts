import type { AdminRight } from "../../http-types"

/** What went wrong, as the store says it. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The HTTP status of a refused request, or null when no answer came at all. */
export function errorStatus(error: unknown): number | null {
  const { status } = (error ?? {}) as { status?: unknown }
  return typeof status === "number" ? status : null
}

/** Which of the plugin's rights a refused request needed, as Medusa names it; null where it says none. */
export function missingRight(error: unknown): AdminRight | null {
  const named = /\bpagoefectivo_([a-z_]+:[a-z]+)/.exec(errorText(error))?.[1]
  return errorStatus(error) === FORBIDDEN && named ? (named as AdminRight) : null
}

const FORBIDDEN = 403
const TOO_MANY = 429

export type ErrorKind = "unreachable" | "forbidden" | "too_many" | "refused" | "failed"

/** Whether its kind says it all; otherwise the store's own words are worth reading. */
export function saysItAll(kind: ErrorKind): boolean {
  return kind === "unreachable" || kind === "forbidden" || kind === "too_many"
}

/** What kind of trouble it is, as the texts under `errors` name it. */
export function errorKind(error: unknown): ErrorKind {
  const status = errorStatus(error)
  if (status === null) return "unreachable"
  if (status === FORBIDDEN) return "forbidden"
  if (status === TOO_MANY) return "too_many"
  return status < 500 ? "refused" : "failed"
}
