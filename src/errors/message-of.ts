/**
 * What an error says. Errors that come out of the platform's workflows may be plain objects: they
 * have been through its execution log.
 */
export function messageOf(error: unknown): string {
  const message = (error as { message?: unknown } | null | undefined)?.message
  return typeof message === "string" ? message : String(error)
}
