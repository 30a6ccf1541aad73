const CONNECT_SYSCALLS = new Set(["connect", "getaddrinfo"])

/** Failures before the first byte of the request: no connection, or a certificate not trusted. */
const BEFORE_SENDING = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
])

/**
 * Whether a failed `fetch` can't have reached the other side. Only what is certain counts: a broken
 * connection may have carried the whole request.
 */
export function wasNeverSent(error: unknown): boolean {
  const cause = (error as { cause?: unknown } | null)?.cause ?? error
  // One attempt per address of the host; each of them must have failed to connect.
  if (cause instanceof AggregateError && cause.errors.length > 0) {
    return cause.errors.every(failedBeforeSending)
  }
  return failedBeforeSending(cause)
}

function failedBeforeSending(cause: unknown): boolean {
  const { code, syscall } = (cause ?? {}) as { code?: unknown; syscall?: unknown }
  return BEFORE_SENDING.has(String(code)) || CONNECT_SYSCALLS.has(String(syscall))
}
