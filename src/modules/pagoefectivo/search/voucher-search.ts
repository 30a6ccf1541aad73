import type { SqlConnection } from "../sql/connection"
import { part, runParts, type Part } from "./parts"
import type { Found, SearchTerms } from "./search-terms"

const FROM = "FROM pagoefectivo_voucher v WHERE v.deleted_at IS NULL AND"
const NEWEST = "ORDER BY v.id DESC LIMIT :limit"

/** As many digits have too many codes in common to be looked for as a beginning. */
const MIN_BEGINNING_DIGITS = 5
const ENDING_DIGITS = 4
/** A transaction code begins with its session's prefix and time. */
const MIN_BEGINNING_CHARACTERS = 20

/** Each part uses an index that finds its newest rows first, or few rows in all. */
function partsOf({ code, codeEnding, amountCentimos, id }: SearchTerms): Part[] {
  return [
    ...(code === null ? [] : byCode(code)),
    ...(codeEnding === null ? [] : byEnding(codeEnding)),
    ...(id === null ? [] : byId(id)),
    ...(amountCentimos === null
      ? []
      : [
          part("amount", `${FROM} v.amount_centimos = :amount::bigint ${NEWEST}`, {
            amount: amountCentimos,
          }),
        ]),
  ]
}

function byCode(code: string): Part[] {
  const key = code.replace(/^0+(?=\d)/, "")
  const whole = part("code", `${FROM} v.payment_key = :key ${NEWEST}`, { key })
  if (code.length < MIN_BEGINNING_DIGITS) return [whole]
  return [whole, part("code", `${FROM} v.cip LIKE :beginning ${NEWEST}`, { beginning: `${code}%` })]
}

function byEnding(ending: string): Part[] {
  const values = { last: ending.slice(-ENDING_DIGITS), ending: `%${ending}` }
  const sql = `${FROM} right(v.cip, ${ENDING_DIGITS}) = :last AND v.cip LIKE :ending ${NEWEST}`
  return [part("code_ending", sql, values)]
}

function byId(id: string): Part[] {
  const isLong = id.length >= MIN_BEGINNING_CHARACTERS
  return [
    part("id", `${FROM} v.id = :id ${NEWEST}`, { id }),
    part("transaction_code", `${FROM} v.reference_key = :reference ${NEWEST}`, {
      reference: id.toLowerCase(),
    }),
    part("transaction_code", `${FROM} v.payment_session_id = :id ${NEWEST}`, { id }),
    ...(isLong
      ? [
          part("transaction_code", `${FROM} v.transaction_code LIKE :beginning ${NEWEST}`, {
            beginning: `${id.replace(/[\\%_]/g, "\\$&")}%`,
          }),
        ]
      : []),
    part("payment", `${FROM} v.payment_key = :payment ${NEWEST}`, {
      payment: id.toLowerCase().replace(/^0+(?=\d+$)/, ""),
    }),
    part(
      "payment",
      `${FROM} v.payment_session_id IN (
         SELECT p.payment_session_id FROM payment p WHERE p.id = :id) ${NEWEST}`,
      { id },
    ),
    part(
      "payment",
      `${FROM} v.id IN (SELECT n.voucher_id FROM pagoefectivo_notice n
         WHERE n.operation_number = :id AND n.deleted_at IS NULL) ${NEWEST}`,
      { id },
    ),
  ]
}

/** Codes that a text may mean; the likeliest meaning first, and of each the newest. */
export async function findVouchers(
  sql: SqlConnection,
  terms: SearchTerms,
  limit: number,
): Promise<Found[]> {
  return runParts(sql, "v.id", partsOf(terms), limit)
}
