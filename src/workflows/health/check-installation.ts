import { copies } from "./checks/copies"
import { versions } from "./checks/versions"
import type { AdminHealthCheck } from "../../http-types"
import { entriesOf, finding, type CheckInstallation, type Checks } from "./health-check"
import { findInstallation } from "./installation"

const INSTALLATION_CHECKS: Checks<CheckInstallation> = { versions, copies }

/** What can be said about the store in a folder without starting it. Never throws. */
export function checkInstallation(directory: string): AdminHealthCheck[] {
  return entriesOf(INSTALLATION_CHECKS).map(([id, check]) => ({
    id,
    provider_id: null,
    ...attempt(check, directory),
  }))
}

function attempt(check: CheckInstallation, directory: string) {
  try {
    return check(findInstallation(directory))
  } catch {
    return finding(
      "unknown",
      "This could not be checked.",
      "Look whether the package.json files of the store and in node_modules can be read.",
    )
  }
}
