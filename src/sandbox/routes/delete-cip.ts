import type { ApiOperation } from "./api-request"

/** `DELETE /v1/cips/{cip}`: only while the code waits for its payment. */
export const deleteCip: ApiOperation = ({ store, switches }, { cip, answers }) => {
  const record = store.findDirect(cip)
  if (!record || store.statusOf(record) !== "generated") {
    return answers.failure(switches.refusal.status, switches.refusal.code, [
      { field: "cip", code: 113 },
    ])
  }
  record.deletedAt = store.nowOf(record)
  return answers.success(200, {})
}
