import ipaddr from "ipaddr.js"
import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"

export const webhookAddress: CheckHealth = async ({ container, entry }) => {
  const { backendUrl, environment } = pagoEfectivo(container).options
  // Medusa's hook of the provider: its id without `pp_`.
  const address = `${backendUrl}/hooks/payment/${entry.providerId.slice("pp_".length)}`
  const obstacle = obstacleOf(new URL(address))
  const data = { address, ...(obstacle && { finding: obstacle.finding }) }
  if (!obstacle) return ok(`Notices are taken at ${address}.`, data)
  return finding(
    environment === "production" ? "problem" : "warning",
    `PagoEfectivo can't send notices to ${address}: ${obstacle.why}.`,
    "Set backendUrl (PAGOEFECTIVO_BACKEND_URL) to the store's public https address, and register the webhook address in PagoEfectivo's portal.",
    data,
  )
}

function obstacleOf({ hostname, protocol }: URL): { finding: string; why: string } | null {
  const bare = hostname.replace(/^\[|\]$/g, "")
  const named = bare === "localhost" || bare.endsWith(".localhost") || bare.endsWith(".local")
  if (named || (ipaddr.isValid(bare) && ipaddr.process(bare).range() !== "unicast")) {
    return { finding: "not_public", why: "only this machine or network knows that host" }
  }
  if (protocol !== "https:") return { finding: "not_encrypted", why: "it is not encrypted" }
  return null
}
