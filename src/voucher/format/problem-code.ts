/** Why a shopper got no payment code. Stable: storefronts have a sentence of their own for each. */
export const PROBLEM_CODES = [
  "already_paid",
  "amount_too_large",
  "amount_too_small",
  "circuit_open",
  "credentials_refused",
  "currency_not_supported",
  "document_required",
  "earlier_code_open",
  "email_required",
  "gateway_bad_answer",
  "gateway_rejected",
  "gateway_timeout",
  "gateway_unavailable",
  "issue_in_progress",
  "order_canceled",
  "order_owes_less",
  "phone_required",
  "session_not_found",
  "voucher_not_found",
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]

const MARK = /\[([a-z_]+)\]\s*\.?\s*$/

/**
 * A sentence with its code behind it. Medusa's answer to a cart's completion has no place for a code,
 * and its JavaScript client keeps nothing of an error but the message.
 */
export function withProblemCode(sentence: string, code: ProblemCode): string {
  return `${sentence} [${code}]`
}

/** The code that {@link withProblemCode} put behind a sentence. */
export function problemCodeIn(message: string): ProblemCode | undefined {
  return knownProblemCode(MARK.exec(message)?.[1])
}

export function knownProblemCode(code: unknown): ProblemCode | undefined {
  return PROBLEM_CODES.find((known) => known === code)
}
