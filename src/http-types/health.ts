import type { HealthCheckId } from "../texts/health-check-ids"

export type { HealthCheckId }

/**
 * - `ok`: as it should be.
 * - `warning`: works, and somebody should look.
 * - `problem`: money, orders or shoppers suffer, or soon will.
 * - `unknown`: could not be found out.
 */
export type HealthState = "ok" | "warning" | "problem" | "unknown"

export interface AdminHealthCheck {
  id: HealthCheckId
  /** Whose check it is, where each payment provider has one of its own; otherwise null. */
  provider_id: string | null
  state: HealthState
  /** What was found, in English. */
  message: string
  /** Null when there is nothing to do. */
  what_to_do: string | null
  /** The values in the message; `finding` names the case where one state has several. */
  data: Record<string, unknown> & { finding?: string }
}

export interface AdminHealth {
  /** The worst of all checks. */
  state: HealthState
  checked_at: string
  checks: AdminHealthCheck[]
}

export interface AdminHealthResponse {
  health: AdminHealth
}
