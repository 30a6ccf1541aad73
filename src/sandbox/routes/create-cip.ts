import { formatVendorDate, parseVendorDate } from "../lima-time"
import { fromDecimalText, toVendorNumber } from "../money"
import type { SandboxCurrency } from "../money"
import { pageUrl } from "../sandbox-voucher"
import { unreadableBody } from "./api-request"
import type { ApiOperation } from "./api-request"
import { findFieldProblems } from "./create-cip-fields"
import { vendorCip } from "./vendor-cip"

/** `POST /v1/cips`: a repeated transaction code makes a further code, as at the vendor. */
export const createCip: ApiOperation = (context, { fields, headers, answers, tokenServiceId }) => {
  const { clock, store, switches, publicUrl } = context
  if (!fields) {
    return unreadableBody(answers)
  }
  if (fields.serviceId != null && String(fields.serviceId) !== String(tokenServiceId)) {
    return answers.failure(400, 508)
  }
  const now = clock.present()
  const problems = findFieldProblems(fields, headers, switches.strict, now)
  if (problems.length) {
    return answers.failure(400, 111, problems)
  }
  const centimos = fromDecimalText(fields.amount) ?? 0
  if (
    switches.maximumAmount !== null &&
    centimos > (fromDecimalText(switches.maximumAmount) ?? 0)
  ) {
    return answers.failure(400, 511)
  }
  const record = store.create({
    transactionCode: String(fields.transactionCode),
    centimos,
    currency: fields.currency as SandboxCurrency,
    expiresAt:
      parseVendorDate(String(fields.dateExpiry ?? "")) ??
      new Date(now.getTime() + switches.defaultVoucherLifetimeMs),
    fields,
  })
  if (!record) {
    return answers.failure(500, 166)
  }
  return answers.success(201, {
    cip: vendorCip(record.cip, switches),
    currency: record.currency,
    amount: toVendorNumber(record.centimos),
    transactionCode: record.transactionCode,
    dateExpiry: formatVendorDate(record.expiresAt),
    cipUrl: pageUrl(publicUrl, record),
  })
}
