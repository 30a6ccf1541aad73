import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminHealth, AdminHealthCheck, HealthCheckId, HealthState } from "../../http-types"
import type { ProviderEntry } from "../../config"
import type { Installation } from "./installation"

/** What a check found, before it is said whose check it is. */
export type HealthFinding = Omit<AdminHealthCheck, "id" | "provider_id">

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

/** Checks by their ids, in the order in which they are shown. */
export type Checks<Check> = Partial<Record<HealthCheckId, Check>>

export function entriesOf<Check>(checks: Checks<Check>): [HealthCheckId, Check][] {
  return Object.entries(checks) as [HealthCheckId, Check][]
}

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

export function healthOf(checks: AdminHealthCheck[], now: Date): AdminHealth {
  const state = WORST_FIRST.find((candidate) => checks.some((check) => check.state === candidate))
  return { state: state ?? "unknown", checked_at: now.toISOString(), checks }
}
