/**
 * - `in_flight`: sent, no answer yet
 * - `accepted`: answered 200
 * - `refused`: answered something else
 * - `failed`: no answer (refused, broken, too late)
 * - `suppressed`: not sent because of the switch
 * - `no_webhook`: not sent because there is no address
 */
export type DeliveryOutcome =
  "in_flight" | "accepted" | "refused" | "failed" | "suppressed" | "no_webhook"

/** One attempt to deliver a notice, with its answer. */
export interface Delivery {
  id: number
  /** The same for all copies and attempts of one notice. */
  noticeId: number
  /** From 1. */
  copy: number
  /** 1, and more for retries. */
  attempt: number
  eventType: string
  operationNumber: string
  cip: string
  url: string | null
  body: string
  /** As sent, names in lower case. */
  headers: Record<string, string>
  outcome: DeliveryOutcome
  /** HTTP status of the answer. */
  status: number | null
  /** The answer's text, cut at a limit. */
  answer: string | null
  /** Why there was no answer. */
  error: string | null
  /** ISO 8601 in UTC, the machine's clock. */
  startedAt: string
  durationMs: number | null
}
