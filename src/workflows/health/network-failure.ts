export interface NetworkFailure {
  outcome: "timeout" | "unknown_host" | "certificate" | "no_answer"
  /** As Node names it, such as `ECONNREFUSED`. */
  code: string
}

/** Why `fetch` got no answer. */
export function networkFailure(error: unknown): NetworkFailure {
  const { name, cause } = (error ?? {}) as { name?: string; cause?: { code?: string } }
  const code = cause?.code ?? name ?? "unknown"
  return { outcome: outcomeOf(code), code }
}

function outcomeOf(code: string): NetworkFailure["outcome"] {
  if (code === "ENOTFOUND") return "unknown_host"
  if (/TIMEOUT/i.test(code)) return "timeout"
  return /CERT|TLS|SSL|VERIFY/.test(code) ? "certificate" : "no_answer"
}
