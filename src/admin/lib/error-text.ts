/** What went wrong, as the store says it. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The HTTP status of a refused request, or null when no answer came at all. */
export function errorStatus(error: unknown): number | null {
  const { status } = (error ?? {}) as { status?: unknown }
  return typeof status === "number" ? status : null
}

const FORBIDDEN = 403

/** What kind of trouble it is, as the texts under `errors` name it. */
export function errorKind(error: unknown): "unreachable" | "forbidden" | "refused" | "failed" {
  const status = errorStatus(error)
  if (status === null) return "unreachable"
  if (status === FORBIDDEN) return "forbidden"
  return status < 500 ? "refused" : "failed"
}
