import { hookAddress, isLocalHost } from "../../../config"
import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"

export const webhookAddress: CheckHealth = async ({ container, entry }) => {
  const { options } = pagoEfectivo(container)
  const address = hookAddress(options, entry.providerId)
  const obstacle = obstacleOf(new URL(address))
  const data = { address, ...(obstacle && { finding: obstacle.finding }) }
  if (!obstacle) return ok(`Notices are taken at ${address}.`, data)
  return finding(
    options.environment === "production" ? "problem" : "warning",
    `PagoEfectivo can't send notices to ${address}: ${obstacle.why}.`,
    "Set backendUrl (PAGOEFECTIVO_BACKEND_URL) to the store's public https address, and register the webhook address in PagoEfectivo's portal.",
    data,
  )
}

function obstacleOf({ hostname, protocol }: URL): { finding: string; why: string } | null {
  if (isLocalHost(hostname) || hostname.endsWith(".local")) {
    return { finding: "not_public", why: "only this machine or network knows that host" }
  }
  if (protocol !== "https:") return { finding: "not_encrypted", why: "it is not encrypted" }
  return null
}
