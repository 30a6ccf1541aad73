import { BoundedLog } from "./bounded-log"
import { MAX_LOGGED_REQUESTS } from "./limits"
import type { Fault, SandboxOperation } from "./switches"

/** One call of one of the APIs. Access key, hash and token are left out. */
export interface SandboxRequest {
  id: number
  /** ISO 8601 in UTC, the machine's clock. */
  at: string
  /** Null for a path or method that the API does not have. */
  operation: SandboxOperation | null
  method: string
  path: string
  headers: {
    origin?: string
    acceptLanguage?: string
    contentType?: string
    idempotencyKey?: string
  }
  /** The JSON as it was read, with documented names; null when there was none. */
  body: Record<string, unknown> | null
  /** Null while there is no answer, and for good when the connection was broken. */
  status: number | null
  /** The fault that was played, if any. */
  fault: Fault["kind"] | null
  durationMs: number | null
}

const SECRET_FIELDS = new Set(["accessKey", "hashString"])

export class RequestLog extends BoundedLog<SandboxRequest> {
  private lastId = 0

  constructor() {
    super(MAX_LOGGED_REQUESTS)
  }

  open(entry: Omit<SandboxRequest, "id" | "body" | "status" | "fault" | "durationMs">) {
    const request: SandboxRequest = {
      ...entry,
      id: ++this.lastId,
      body: null,
      status: null,
      fault: null,
      durationMs: null,
    }
    this.add(request)
    return request
  }
}

export function withoutSecrets(fields: Record<string, unknown> | null) {
  return (
    fields &&
    Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET_FIELDS.has(name)))
  )
}
