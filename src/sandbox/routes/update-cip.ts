import { parseVendorDate } from "../lima-time"
import { unreadableBody } from "./api-request"
import type { ApiOperation } from "./api-request"

/**
 * `PATCH /v1/cips/{cip}`: moves the deadline; an expired code waits again.
 * As a new code, it starts in the present whatever the clock was advanced by.
 */
export const updateCip: ApiOperation = ({ clock, store, switches }, { cip, fields, answers }) => {
  if (!fields) {
    return unreadableBody(answers)
  }
  const { dateExpiry } = fields
  if (dateExpiry === undefined || dateExpiry === null || dateExpiry === "") {
    return answers.failure(400, 111, [{ field: "dateExpiry", code: 112 }])
  }
  const expiresAt = parseVendorDate(String(dateExpiry))
  const record = store.findDirect(cip)
  if (!expiresAt || expiresAt <= clock.present()) {
    return answers.failure(400, 111, [{ field: "dateExpiry", code: 113 }])
  }
  const status = record && store.statusOf(record)
  if (!record || (status !== "generated" && status !== "expired")) {
    return answers.failure(switches.refusal.status, switches.refusal.code, [
      { field: "cip", code: 113 },
    ])
  }
  record.expiresAt = expiresAt
  record.clockAheadMs = clock.aheadMs
  return answers.success(200, {})
}
