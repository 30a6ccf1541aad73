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
const SERVER_ERROR = 500

export type ErrorKind = "unreachable" | "unsure" | "forbidden" | "too_many" | "refused" | "failed"

/** What was asked of the store: to tell something, or to change something. */
export type Doing = "reading" | "writing"

/** Whether its kind says it all; otherwise the store's own words are worth reading. */
export function saysItAll(kind: ErrorKind): boolean {
  return kind !== "refused" && kind !== "failed"
}

/**
 * What kind of trouble it is, as the texts under `errors` name it. A change whose answer was lost may
 * have been made: nobody may be told that it was not.
 */
export function errorKind(error: unknown, doing: Doing = "reading"): ErrorKind {
  const status = errorStatus(error)
  if (doing === "writing" && (status === null || status >= SERVER_ERROR)) return "unsure"
  if (status === null) return "unreachable"
  if (status === FORBIDDEN) return "forbidden"
  if (status === TOO_MANY) return "too_many"
  return status < SERVER_ERROR ? "refused" : "failed"
}
