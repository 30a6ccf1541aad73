import { isLocalHost, type ProviderEntry } from "../../../config"
import { WELL_KNOWN_KEYS } from "../../../sandbox/every-well-known-key"
import { pagoEfectivo } from "../../container"
import { gatewayHost } from "../gateway-host"
import { finding, ok, type CheckHealth } from "../health-check"

/** The sandbox's keys are public: with them, anybody can sign a notice. And only it knows them. */
export const testSettings: CheckHealth = async ({ container }) => {
  const { environment, entries, allowTestSettingsInProduction } = pagoEfectivo(container).options
  const known = entries.filter(hasSandboxKeys)
  const elsewhere = known.map(gatewayHost).find((host) => host && !isLocalHost(host))
  const data = { environment, sandbox_keys: known.length > 0 }
  if (environment === "production" && data.sandbox_keys) {
    return finding(
      "problem",
      "The store runs in production with the sandbox's well-known keys.",
      "Set the keys that PagoEfectivo issued to you.",
      { ...data, finding: "sandbox_keys" },
    )
  }
  if (elsewhere) {
    return finding(
      "problem",
      `The local sandbox's keys are used with ${elsewhere}, which does not know them.`,
      "Set PAGOEFECTIVO_BASE_URL to the sandbox's address, or set the keys that PagoEfectivo issued to you.",
      { ...data, host: elsewhere, finding: "sandbox_keys_elsewhere" },
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

function hasSandboxKeys({ gateway }: ProviderEntry): boolean {
  return Object.values(gateway).some(
    (value) => typeof value === "string" && WELL_KNOWN_KEYS.has(value),
  )
}
