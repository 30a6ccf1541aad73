import type { AdminHealthCheck } from "./health"

/** Steps that a store may do without. */
export type OptionalSetupStep = "email" | "report_source" | "rate_card"

export type FirstStepId = "keys" | "notices" | "shop" | "first_order" | OptionalSetupStep

export interface AdminSetupStep {
  id: FirstStepId
  /** Whose step it is, where each payment provider has one of its own; otherwise null. */
  provider_id: string | null
  /**
   * - `done`: nothing left to do.
   * - `open`: to be done.
   * - `problem`: done wrongly, or broken since.
   * - `skipped`: a person does without it for now.
   */
  state: "done" | "open" | "problem" | "skipped"
  is_optional: boolean
  /** Health's own checks, and two about what only a person can start. */
  checks: AdminHealthCheck[]
}

export interface AdminSetup {
  /** Whether the page still has a place in the menu. */
  is_open: boolean
  /** When every step was done or skipped for the first time. */
  finished_at: string | null
  /** Who took the page out of the menu. */
  dismissed: { at: string; by: string } | null
  steps: AdminSetupStep[]
}

/**
 * - `returned`: answered with 2xx, and stored in this store.
 * - `elsewhere`: answered with 2xx by something that did not store it here.
 * - `address_refused`, `signature_refused`: a store with this plugin refused it.
 * - `locked`: 401 or 403 by something else in front.
 */
export type TestNoticeOutcome =
  | "returned"
  | "elsewhere"
  | "redirected"
  | "address_refused"
  | "signature_refused"
  | "locked"
  | "not_found"
  | "failed"
  | "other"
  | "timeout"
  | "unknown_host"
  | "certificate"
  | "no_answer"

export interface AdminTestNotice {
  id: string
  provider_id: string
  /** Where it was sent. */
  address: string
  sent_at: string
  /** Milliseconds until the answer, or until none was waited for any more. */
  took_ms: number
  outcome: TestNoticeOutcome
  /** The HTTP status; null without an answer. */
  status: number | null
  /** The reason that a refusal gave, or the network's error code. */
  code: string | null
  /** Where a redirect leads. */
  location: string | null
}

export interface AdminSetupResponse {
  setup: AdminSetup
}

export interface AdminSetupStateResponse {
  setup: Pick<AdminSetup, "is_open">
}

export interface AdminTestKeysResponse {
  checks: AdminHealthCheck[]
}

export interface AdminTestNoticeResponse {
  test_notice: AdminTestNotice
}
