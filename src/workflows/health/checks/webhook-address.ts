import { isLocalHost, type ProviderEntry } from "../../../config"
import { pagoEfectivo } from "../../container"
import { gatewayHost } from "../gateway-host"
import { finding, ok, type CheckHealth } from "../health-check"

export const webhookAddress: CheckHealth = async ({ container, entry }) => {
  const { environment } = pagoEfectivo(container).options
  const address = entry.noticeAddress
  const obstacle = obstacleOf(new URL(address))
  const isLive = environment === "production"
  if (!obstacle) return ok(`Notices are taken at ${address}.`, { address })
  if (obstacle.finding === "not_public" && !isLive && isBesideTheStore(entry)) {
    return ok(`Notices are taken at ${address}, where the local sandbox reaches the store.`, {
      address,
      finding: "local",
    })
  }
  return finding(
    isLive ? "problem" : "warning",
    `PagoEfectivo can't send notices to ${address}: ${obstacle.why}.`,
    "Set backendUrl (PAGOEFECTIVO_BACKEND_URL) to the store's public https address, and register the webhook address in PagoEfectivo's portal.",
    { address, finding: obstacle.finding },
  )
}

/** A sandbox on the store's own machine or network. */
function isBesideTheStore(entry: ProviderEntry): boolean {
  return isLocal(gatewayHost(entry) ?? "")
}

function isLocal(hostname: string): boolean {
  return isLocalHost(hostname) || hostname.endsWith(".local")
}

function obstacleOf({ hostname, protocol }: URL): { finding: string; why: string } | null {
  if (isLocal(hostname)) {
    return { finding: "not_public", why: "only this machine or network knows that host" }
  }
  if (protocol !== "https:") return { finding: "not_encrypted", why: "it is not encrypted" }
  return null
}
