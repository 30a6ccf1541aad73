/**
 * The form in which references are compared: without white space (also the kind that spreadsheets
 * don't break at), lower case. A payment session's
 * ids differ in more than letter case, so no two of them become equal.
 */
export const REFERENCE_KEY = (column: string) =>
  `lower(regexp_replace(${column}, '[\\s\\u00a0]', '', 'g'))`

/**
 * The form in which CIPs and payment ids are compared: as a reference, and leading zeros of a number
 * don't count, nor does the decimal part that spreadsheets write behind it. `\\?` is knex's way to
 * write a question mark that is no parameter.
 */
export const PAYMENT_KEY = (column: string) =>
  `regexp_replace(regexp_replace(${REFERENCE_KEY(column)}, '^(\\d+)\\.0+$', '\\1'),
     '^0+(\\?=\\d+$)', '')`

/** `REFERENCE_KEY` of a row that is on its way to the database; null for nothing. */
export function referenceKey(reference: string | null): string | null {
  const key = (reference ?? "").replace(/\s+/g, "").toLowerCase()
  return key === "" ? null : key
}
