import { CODE_SERVICE } from "../access-token"
import { expectedAuthorization, sameText } from "../authorization-hash"
import { formatVendorDate, parseVendorDate } from "../lima-time"
import { unreadableBody } from "./api-request"
import type { ApiOperation } from "./api-request"
import type { FieldProblem } from "./vendor-answers"

const REQUIRED = ["accessKey", "idService", "dateRequest", "hashString"]

/** `POST /v1/authorizations`: checks key, hash and time, answers 201 with a token. */
export const authorize: ApiOperation = (context, { fields, answers }) => {
  if (!fields) {
    return unreadableBody(answers)
  }
  const text = (name: string) => String(fields[name] ?? "")
  const missing = REQUIRED.filter((name) => text(name) === "")
  if (missing.length) {
    return answers.failure(
      400,
      111,
      missing.map((field): FieldProblem => ({ field, code: 112 })),
    )
  }
  const { credentials, clock, switches, tokens } = context
  const requestedAt = parseVendorDate(text("dateRequest"))
  if (!requestedAt) {
    return answers.failure(400, 111, [{ field: "dateRequest", code: 113 }])
  }
  const now = clock.present()
  const distance = Math.abs(now.getTime() - requestedAt.getTime())
  const inTime = switches.dateRequestWindowMs === null || distance <= switches.dateRequestWindowMs
  const known =
    sameText(text("accessKey"), credentials.accessKey) &&
    text("idService") === String(credentials.serviceId) &&
    sameText(text("hashString"), expectedAuthorization(credentials, text("dateRequest")))
  if (!inTime || !known) {
    return answers.failure(401, 401)
  }
  const expiresAt = new Date(now.getTime() + switches.tokenLifetimeMs)
  return answers.success(201, {
    token: tokens.issue(credentials.serviceId, expiresAt),
    codeService: CODE_SERVICE,
    tokenStart: formatVendorDate(now),
    tokenExpires: formatVendorDate(expiresAt),
  })
}
