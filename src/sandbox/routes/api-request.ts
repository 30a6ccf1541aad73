import type { IncomingHttpHeaders } from "node:http"
import type { TokenIssuer } from "../access-token"
import type { SandboxCredentials } from "../authorization-hash"
import type { SandboxClock } from "../clock"
import type { Answer } from "../http/answer"
import type { SandboxSwitches } from "../switches"
import type { VoucherStore } from "../voucher-store"
import type { VendorAnswers } from "./vendor-answers"

/** What an operation of the vendor's API works with. */
export interface ApiRequest {
  headers: IncomingHttpHeaders
  /** The body with documented names in the documented case; null when it is no JSON object. */
  fields: Record<string, unknown> | null
  /** From the path of PATCH and DELETE. */
  cip: string
  /** The service of the bearer token; null in `authorizations`. */
  tokenServiceId: number | null
  answers: VendorAnswers
}

export interface ApiContext {
  credentials: SandboxCredentials
  clock: SandboxClock
  store: VoucherStore
  tokens: TokenIssuer
  switches: Readonly<SandboxSwitches>
  publicUrl: string
}

export type ApiOperation = (context: ApiContext, request: ApiRequest) => Answer

/** Outcome of a body that is missing or is no JSON object. */
export function unreadableBody(answers: VendorAnswers): Answer {
  return answers.failure(400, 111, [{ field: "body", code: 113 }])
}
