import { limaDay, type Instant } from "../peru/lima"
import { sameCurrency, type CurrencyCode } from "./currency"
import { MAX_SUGGESTIONS, MIN_SUGGESTION_SCORE, SUGGESTION_WINDOW_DAYS } from "./limits"
import type { Centimos } from "../peru/centimos"

export interface SuggestionLine {
  amount: Centimos
  currencyCode: CurrencyCode
  /** When it was paid, or else credited; null where the report does not say. */
  at: Instant | null
  /** From `payerTokens`; empty where the report names no payer. */
  payerTokens: readonly string[]
}

export interface SuggestionCandidate extends SuggestionLine {
  voucherId: string
}

export interface Suggestion {
  voucherId: string
  /** 0 to 1. However high, it is for a person to accept: it never matches by itself. */
  score: number
  parts: { amount: number; day: number | null; payer: number | null }
}

const WEIGHTS = { amount: 0.6, day: 0.25, payer: 0.15 }
/** A tenth off in the amount makes it a different amount. */
const AMOUNT_TOLERANCE = 0.1
const MIN_TOKEN_LENGTH = 2
const SCORE_DECIMALS = 1_000

/** Words of a payer's name, without accents and in lower case, for comparing only. */
export function payerTokens(name: string): string[] {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  return [...new Set(words.filter((word) => word.length >= MIN_TOKEN_LENGTH))]
}

function amountScore(one: Centimos, other: Centimos): number {
  if (one === other) {
    return 1
  }
  const difference = Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other))
  return Math.max(0, 1 - difference / AMOUNT_TOLERANCE)
}

function dayScore(one: Instant | null, other: Instant | null): number | null {
  if (one === null || other === null) {
    return null
  }
  return Math.max(0, 1 - Math.abs(limaDay(one) - limaDay(other)) / SUGGESTION_WINDOW_DAYS)
}

/** Share of the shorter name's words that the longer one has. */
function payerScore(one: readonly string[], other: readonly string[]): number | null {
  const shorter = Math.min(one.length, other.length)
  return shorter === 0 ? null : one.filter((token) => other.includes(token)).length / shorter
}

/** Parts that are not known leave their weight to the others. */
function weigh(parts: Suggestion["parts"]): number {
  const known = (["amount", "day", "payer"] as const).filter((part) => parts[part] !== null)
  const weight = known.reduce((sum, part) => sum + WEIGHTS[part], 0)
  const score = known.reduce((sum, part) => sum + WEIGHTS[part] * (parts[part] ?? 0), 0)
  return Math.round((score / weight) * SCORE_DECIMALS) / SCORE_DECIMALS
}

/** How alike the two are, and in what. */
export function judgeCandidate(line: SuggestionLine, candidate: SuggestionCandidate): Suggestion {
  const parts = {
    amount: amountScore(line.amount, candidate.amount),
    day: dayScore(line.at, candidate.at),
    payer: payerScore(line.payerTokens, candidate.payerTokens),
  }
  return { voucherId: candidate.voucherId, score: weigh(parts), parts }
}

/** Vouchers that an unmatched line may belong to, best first; at most five, none below one half. */
export function suggestVouchers(
  line: SuggestionLine,
  candidates: Iterable<SuggestionCandidate>,
): Suggestion[] {
  const suggestions: Suggestion[] = []
  for (const candidate of candidates) {
    const suggestion = judgeCandidate(line, candidate)
    const isAlike = suggestion.score >= MIN_SUGGESTION_SCORE
    if (isAlike && sameCurrency(line.currencyCode, candidate.currencyCode)) {
      suggestions.push(suggestion)
    }
  }
  return suggestions
    .sort((one, other) => other.score - one.score || (one.voucherId < other.voucherId ? -1 : 1))
    .slice(0, MAX_SUGGESTIONS)
}
