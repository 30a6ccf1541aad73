import type { PaymentPoint } from "../content/payment-point"
import { pointDetails } from "../page/waiting-sections"
import { type VoucherDetails, voucherDetails } from "../voucher-facts"
import { toVoucherJson, type VoucherJson } from "../voucher-json"
import type { VoucherView } from "../voucher-view"
import { plainSteps } from "./plain-steps"
import { emailSubject, type VoucherEmailKind } from "./render-voucher-email"

/** One of the two ways to pay, as text. */
export interface EmailWay {
  name: string
  /** In order, without numbers. */
  steps: string[]
  points: { name: string; details: string[] }[]
}

/** What a merchant's own e-mail template is filled with: values, and the same as a shopper reads them. */
export interface VoucherEmailData extends VoucherJson {
  subject: string
  /** Spanish; absent values are null. Times are Lima's. */
  formatted: {
    cip: string
    amount: string
    expires_at: string
    paid_at: string | null
    refund_amount: string | null
    refunded_on: string | null
  }
  /** Of the mail `refunded`. */
  refund: { amount: string; transferred_at: string; reference: string } | null
  company: string
  service: string
  contact: string | null
  ways: EmailWay[]
}

/**
 * The data of one of a voucher's mails, for a template that the merchant keeps at the e-mail provider.
 * Names are as they were typed: a template has to escape them, as it does with any value.
 *
 * @throws RangeError naming the field of the view that is wrong
 */
export function voucherEmailData(kind: VoucherEmailKind, view: VoucherView): VoucherEmailData {
  const facts = voucherDetails(view, "es")
  return {
    ...toVoucherJson(view),
    subject: emailSubject(kind, facts),
    formatted: {
      cip: facts.groupedCip,
      amount: facts.amount,
      expires_at: facts.deadline,
      paid_at: facts.paidAt ?? null,
      refund_amount: facts.refund?.amount ?? null,
      refunded_on: facts.refund?.day ?? null,
    },
    refund: view.refund
      ? {
          amount: view.refund.amount,
          transferred_at: view.refund.at.toISOString(),
          reference: view.refund.reference,
        }
      : null,
    company: facts.company,
    service: facts.service,
    contact: facts.contact ?? null,
    ways: (["counter", "online"] as const).map((way) => wayOf(way, facts, view)),
  }
}

function wayOf(kind: PaymentPoint["kind"], facts: VoucherDetails, view: VoucherView): EmailWay {
  const points = view.content.paymentPoints.filter((point) => point.kind === kind)
  return {
    name: facts.wording.text(`pay.${kind}`),
    steps: plainSteps(kind, facts),
    points: points.map((point) => ({
      name: point.name,
      details: pointDetails(point, facts.wording),
    })),
  }
}
