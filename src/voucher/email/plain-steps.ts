import type { PaymentPoint } from "../content/payment-point"
import type { VoucherDetails } from "../voucher-facts"

/** The steps of one way to pay as plain text, in order, without their numbers. */
export function plainSteps(kind: PaymentPoint["kind"], facts: VoucherDetails): string[] {
  const { amount, company, groupedCip: cip, service, wording } = facts
  const values = { amount, cip, company, service }
  return ([1, 2, 3, 4, 5] as const).map((step) => wording.text(`pay.${kind}.${step}`, values))
}
