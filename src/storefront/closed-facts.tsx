"use client"

import type { ReactElement } from "react"
import { formatCip } from "../voucher/format/cip"
import { formatLimaDateTime } from "../voucher/format/deadline"
import { formatMoney } from "../voucher/format/money"
import type { ShownVoucher } from "./shown-voucher"

/** What a shopper may need of a code that is paid, or that must not be paid any more. */
export function ClosedFacts({
  amount,
  currencyCode,
  labels,
  language,
  paidAt,
  voucher,
}: ShownVoucher & { paidAt: string | null | undefined }): ReactElement {
  return (
    <dl>
      <div>
        <dt>{labels.paidAmount}</dt>
        <dd>{formatMoney(amount, currencyCode)}</dd>
      </div>
      <div>
        <dt>{labels.code}</dt>
        <dd>{formatCip(voucher.cip)}</dd>
      </div>
      {paidAt && (
        <div>
          <dt>{labels.paidAt}</dt>
          <dd>
            {formatLimaDateTime(new Date(paidAt), language)}{" "}
            <span className="pe-soft">({labels.timeZone})</span>
          </dd>
        </div>
      )}
    </dl>
  )
}
