import { API_LIMITS as LIMITS } from "./limits"

/**
 * `LIKE` patterns for what a person typed. A code is found by its beginning; by less than some
 * characters only when it is the whole code, because too many begin like that to be counted at once.
 */
export function codePatterns(typed: string): { cip: string; transactionCode: string } {
  return {
    cip: pattern(typed, LIMITS.minCodeCharacters),
    transactionCode: pattern(typed, LIMITS.minTransactionCodeCharacters),
  }
}

/** A `LIKE` pattern for "begins with". */
export function beginsWith(typed: string): string {
  return pattern(typed, 0)
}

/** A `LIKE` pattern for "has it in it". */
export function contains(typed: string): string {
  return `%${beginsWith(typed)}`
}

/** What the person typed has no special meaning in it. */
function pattern(typed: string, minCharacters: number): string {
  const escaped = typed.replace(/[\\%_]/g, "\\$&")
  return typed.length < minCharacters ? escaped : `${escaped}%`
}
