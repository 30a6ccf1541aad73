const WHITE_SPACE = /\s+/g
/** The first attempt has no suffix; later ones end in -2, -3 and so on. */
const ATTEMPT_SUFFIX = /^(.+)-([2-9]|[1-9]\d+)$/
const LEADING_ZEROS = /^0+(?=\d)/
/** Spreadsheets turn a CIP into a number and write it with a decimal part. */
const SPREADSHEET_NUMBER = /^(\d+)\.0+$/

/**
 * The form in which references are compared: without white space, lower case. Null for nothing.
 * Payment session ids differ in more than letter case, so no two of them become equal.
 */
export function referenceKey(reference: string | null | undefined): string | null {
  const key = (reference ?? "").replace(WHITE_SPACE, "").toLowerCase()
  return key === "" ? null : key
}

/** The form in which CIPs and payment ids are compared; leading zeros of a number do not count. */
export function paymentIdKey(paymentId: string | null | undefined): string | null {
  const key = referenceKey(paymentId)
  if (key === null) {
    return null
  }
  const digits = SPREADSHEET_NUMBER.exec(key)?.[1] ?? key
  return /^\d+$/.test(digits) ? digits.replace(LEADING_ZEROS, "") : digits
}

/** A transaction code taken apart: the payment session's key, and which attempt of it this is. */
export interface TransactionCodeParts {
  sessionKey: string
  /** 1 for a code without a suffix. */
  attempt: number
}

export function splitTransactionCode(code: string | null | undefined): TransactionCodeParts | null {
  const key = referenceKey(code)
  if (key === null) {
    return null
  }
  const [, sessionKey, attempt] = ATTEMPT_SUFFIX.exec(key) ?? []
  return sessionKey === undefined
    ? { sessionKey: key, attempt: 1 }
    : { sessionKey, attempt: Number(attempt) }
}

export interface LineReferences {
  externalReference: string | null
  paymentId: string | null
}

/** Looks a key up among the store's vouchers; keys are made by the functions above. */
export interface VoucherIndex<V> {
  byTransactionCode(key: string): V | undefined
  byPaymentId(key: string): V | undefined
}

export interface Match<V> {
  voucher: V
  by: "transaction_code" | "payment_id"
}

/**
 * The voucher of a line: by transaction code, then by CIP or payment id. An attempt's code matches
 * only itself (each attempt is recorded with its own), never another attempt of its session.
 */
export function matchLine<V>(line: LineReferences, index: VoucherIndex<V>): Match<V> | null {
  const codeKey = referenceKey(line.externalReference)
  const byCode = codeKey === null ? undefined : index.byTransactionCode(codeKey)
  if (byCode !== undefined) {
    return { voucher: byCode, by: "transaction_code" }
  }
  const idKey = paymentIdKey(line.paymentId)
  const byId = idKey === null ? undefined : index.byPaymentId(idKey)
  return byId === undefined ? null : { voucher: byId, by: "payment_id" }
}
