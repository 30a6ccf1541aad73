import type { ProviderEntry } from "../../../config"
import { pagoEfectivo } from "../../container"
import { askSeldom } from "../ask-seldom"
import { finding, ok, type CheckHealth, type HealthFinding } from "../health-check"
import { probeHook, type HookProbe } from "../hook-probe"

const askHook = askSeldom<ProviderEntry, HookProbe>()

/** Sends the store's own hook a question by the address that the gateway is given. */
export const webhookReachable: CheckHealth = async ({ container, entry, ...asking }) => {
  const { options } = pagoEfectivo(container)
  const address = entry.noticeAddress
  const answer = await askHook(entry, asking, () => probeHook(address, entry))
  return describe(answer, address, options.environment === "production")
}

function describe(answer: HookProbe, address: string, live: boolean): HealthFinding {
  const { outcome } = answer
  const data = { ...answer, finding: outcome, hook: address }
  const wrong = live ? "problem" : "warning"
  switch (outcome) {
    case "answered":
      return ok(`The hook answers at ${address}.`, data)
    case "other":
      return finding(
        wrong,
        `Something else answers at ${address}, with ${answer.status}.`,
        "See that backendUrl (PAGOEFECTIVO_BACKEND_URL) is this store's address, and that the proxy in front of it passes POST requests to /hooks on.",
        data,
      )
    case "unknown_host":
      return finding(
        wrong,
        `Nobody knows the host of ${address}.`,
        "Check the spelling of backendUrl (PAGOEFECTIVO_BACKEND_URL) and the host's DNS entry.",
        data,
      )
    case "certificate":
      return finding(
        wrong,
        `The certificate of ${address} is not accepted (${answer.code}).`,
        "Renew the host's certificate, and let the proxy send its whole chain.",
        data,
      )
    case "no_answer":
      return finding(
        "warning",
        `The store gets no answer from ${address} (${answer.code}).`,
        "Start the store. If it runs, see that its own server may reach this address; PagoEfectivo may all the same.",
        data,
      )
  }
}
