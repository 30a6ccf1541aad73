import { SANDBOX_KEYS } from "../../../sandbox/well-known-keys"
import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"

/** The sandbox's keys are public: with them, anybody can sign a notice. */
export const testSettings: CheckHealth = async ({ container }) => {
  const options = pagoEfectivo(container).options
  const { environment, accessKey, secretKey, allowTestSettingsInProduction } = options
  const sandboxKeys = accessKey === SANDBOX_KEYS.accessKey || secretKey === SANDBOX_KEYS.secretKey
  const data = { environment, sandbox_keys: sandboxKeys }
  if (environment === "production" && sandboxKeys) {
    return finding(
      "problem",
      "The store runs in production with the sandbox's well-known keys.",
      "Set the keys that PagoEfectivo issued to you.",
      { ...data, finding: "sandbox_keys" },
    )
  }
  if (environment === "production" && allowTestSettingsInProduction) {
    return finding(
      "warning",
      "Test settings are allowed in production.",
      "Remove allowTestSettingsInProduction when the rehearsal is over.",
      { ...data, finding: "allowed" },
    )
  }
  if (environment === "sandbox" && process.env.NODE_ENV === "production") {
    return finding(
      "warning",
      "The store runs as production, and PagoEfectivo as sandbox: no real money is taken.",
      "Set PAGOEFECTIVO_ENVIRONMENT=production when you open.",
      { ...data, finding: "sandbox" },
    )
  }
  return ok(`The settings fit ${environment}.`, data)
}
