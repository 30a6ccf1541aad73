import { formatVendorDate, formatVendorDateOrNever, NEVER } from "../lima-time"
import { toVendorNumber } from "../money"
import type { SandboxStatus } from "../switches"
import type { SandboxVoucherRecord } from "../voucher-store"
import { unreadableBody } from "./api-request"
import type { ApiContext, ApiOperation } from "./api-request"
import { withDocumentedNames } from "./field-names"
import { readCip, vendorCip } from "./vendor-cip"

const EMPTY_FIELDS = {
  cip: 0,
  transactionCode: "",
  amount: 0,
  currency: "",
  status: 0,
  statusName: "",
  dateCreation: NEVER,
  dateExpiry: NEVER,
  datePayment: NEVER,
  dateRemoval: NEVER,
  token: "",
}

/** `POST /v1/cips/search`: the answer keeps the order asked, with an empty element for a stranger. */
export const searchCips: ApiOperation = (context, { fields, answers }) => {
  if (!fields) {
    return unreadableBody(answers)
  }
  const list = fields.data
  if (list === undefined || list === null) {
    return answers.failure(400, 111, [{ field: "data", code: 112 }])
  }
  if (!Array.isArray(list) || !list.length || list.length > context.switches.searchLimit) {
    return answers.failure(400, 111, [{ field: "data", code: 113 }])
  }
  const cips = list.map((item) => readCip(withDocumentedNames(item)?.cip))
  if (cips.includes(null)) {
    return answers.failure(400, 111, [{ field: "cip", code: 113 }])
  }
  return answers.success(
    200,
    cips.map((cip) => elementOf(context, context.store.findDirect(cip ?? ""))),
  )
}

function elementOf(context: ApiContext, record: SandboxVoucherRecord | undefined): object {
  const { store, switches } = context
  if (!record) {
    return switches.unknownCipAs === "empty_fields" ? EMPTY_FIELDS : {}
  }
  const status = store.statusOf(record)
  const waitsAgain = status === "reversed" && switches.reversedAs === "generated"
  const shown: SandboxStatus = waitsAgain ? "generated" : status
  const paidAt = waitsAgain ? null : (record.payments[0]?.paidAt ?? null)
  return {
    cip: vendorCip(record.cip, switches),
    transactionCode: record.transactionCode,
    amount: toVendorNumber(record.payments[0]?.centimos ?? record.centimos),
    currency: record.payments[0]?.currency ?? record.currency,
    status: switches.statusNumbers[shown],
    statusName: switches.statusNames[shown],
    dateCreation: formatVendorDate(record.createdAt),
    dateExpiry: formatVendorDate(record.expiresAt),
    datePayment: formatVendorDateOrNever(paidAt),
    dateRemoval: formatVendorDateOrNever(record.deletedAt),
    token: record.pageId,
  }
}
