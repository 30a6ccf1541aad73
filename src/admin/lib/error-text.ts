/** What went wrong, as the store says it. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The HTTP status of a refused request, or null when no answer came at all. */
export function errorStatus(error: unknown): number | null {
  const { status } = (error ?? {}) as { status?: unknown }
  return typeof status === "number" ? status : null
}
