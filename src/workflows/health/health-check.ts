import type { MedusaContainer } from "@medusajs/framework/types"
import type { ProviderEntry } from "../../config"
import type { Installation } from "./installation"

/**
 * - `ok`: as it should be.
 * - `warning`: works, and somebody should look.
 * - `problem`: money, orders or shoppers suffer, or soon will.
 * - `unknown`: could not be found out.
 */
export type HealthState = "ok" | "warning" | "problem" | "unknown"

export interface HealthFinding {
  state: HealthState
  /** What was found, in English. The admin translates by the check's id and `data.finding`. */
  message: string
  /** Null when there is nothing to do. */
  what_to_do: string | null
  /** The values in the message; `finding` names the case where one state has several. */
  data: Record<string, unknown>
}

export interface HealthCheck extends HealthFinding {
  id: string
  /** Whose check it is, where each payment provider has one of its own; otherwise null. */
  provider_id: string | null
}

export interface Health {
  /** The worst of all checks. */
  state: HealthState
  checked_at: string
  checks: HealthCheck[]
}

export interface HealthContext {
  container: MedusaContainer
  /** The payment provider that is looked at; the first, for checks of the whole store. */
  entry: ProviderEntry
  now: Date
  /** Asks the gateway anew although its last answer is fresh. */
  refresh: boolean
}

/** Looks at one thing. It may throw: that is `unknown`. */
export type CheckHealth = (context: HealthContext) => Promise<HealthFinding>

/** Looks at what is installed; needs no store that runs. */
export type CheckInstallation = (installation: Installation) => HealthFinding

export function ok(message: string, data: Record<string, unknown> = {}): HealthFinding {
  return { state: "ok", message, what_to_do: null, data }
}

export function finding(
  state: Exclude<HealthState, "ok">,
  message: string,
  whatToDo: string,
  data: Record<string, unknown> = {},
): HealthFinding {
  return { state, message, what_to_do: whatToDo, data }
}

const WORST_FIRST: HealthState[] = ["problem", "warning", "unknown", "ok"]

export function healthOf(checks: HealthCheck[], now: Date): Health {
  const state = WORST_FIRST.find((candidate) => checks.some((check) => check.state === candidate))
  return { state: state ?? "unknown", checked_at: now.toISOString(), checks }
}
