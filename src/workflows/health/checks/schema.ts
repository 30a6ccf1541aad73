import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"

/** After an update of the plugin its tables have to follow. */
export const schema: CheckHealth = async ({ container }) => {
  const missing = await pagoEfectivo(container).pendingMigrations()
  if (missing.length === 0) return ok("The plugin's tables are up to date.", { missing })
  return finding(
    "problem",
    `The plugin's tables are not up to date: migrations missing: ${missing.join(", ")}.`,
    "Run `npx medusa db:migrate`, and start the store again.",
    { missing },
  )
}
