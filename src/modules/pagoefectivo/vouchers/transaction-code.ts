/**
 * The merchant's reference of an attempt (`external_reference` in reports): the payment session's
 * id, with `-2`, `-3` … for later attempts.
 */
export function transactionCode(paymentSessionId: string, attempt: number): string {
  return attempt === 1 ? paymentSessionId : `${paymentSessionId}-${attempt}`
}
