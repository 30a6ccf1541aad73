import type { MedusaContainer } from "@medusajs/framework/types"
import type { ProviderEntry } from "../../config"
import type { AdminHealthCheck } from "../../http-types"
import { clock } from "../health/checks/clock"
import { credentials } from "../health/checks/credentials"
import { runCheck } from "../health/run-check"

/** Asks the gateway now whether it takes the keys, as often as health may. */
export function testKeys(
  container: MedusaContainer,
  entry: ProviderEntry,
): Promise<AdminHealthCheck[]> {
  const context = { container, entry, now: new Date(), refresh: true }
  return Promise.all([
    runCheck("credentials", credentials, context, true),
    runCheck("clock", clock, context, true),
  ])
}
