/**
 * The form in which payment ids are compared, the same as the database's: without white space, lower
 * case, without leading zeros of a number or the decimal part that spreadsheets write behind it.
 */
export function paymentKey(paymentId: string): string {
  return paymentId
    .replace(/\s+/g, "")
    .toLowerCase()
    .replace(/^(\d+)\.0+$/, "$1")
    .replace(/^0+(?=\d+$)/, "")
}
