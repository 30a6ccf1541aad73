import type { AdminTestNotice } from "../../../http-types"
import { SENT_BY_GATEWAY } from "../../../modules/pagoefectivo/notices/inbox"
import { pagoEfectivo } from "../../container"
import {
  finding,
  ok,
  type CheckHealth,
  type HealthContext,
  type HealthFinding,
} from "../../health/health-check"
import { readState } from "../state"

/** Whether a notice finds its way to the store: the last of the gateway's own, or the last test. */
export const testNotice: CheckHealth = async (context) => {
  const { container, entry } = context
  const test = (await readState(container)).tests[entry.providerId]
  const real = await lastRealNotice(context)
  const isHere = test?.address === entry.noticeAddress
  if (isHere && !(real && real > test.sent_at)) return describeTest(test)
  if (real) {
    return ok(`The gateway's own notices arrive, the last at ${real}.`, {
      at: real,
      finding: "real",
    })
  }
  return finding(
    "unknown",
    test ? "The address has changed since the last test." : "No notice has arrived yet.",
    "Send a test notice.",
    { finding: test ? "moved" : "never" },
  )
}

async function lastRealNotice({ container, entry }: HealthContext): Promise<string | null> {
  const [notice] = await pagoEfectivo(container).listNotices(
    { ...SENT_BY_GATEWAY, provider_id: entry.providerId },
    { order: { last_received_at: "DESC" }, take: 1, select: ["id", "last_received_at"] },
  )
  return notice ? new Date(notice.last_received_at).toISOString() : null
}

const CHECK_ADDRESS =
  "See that backendUrl (PAGOEFECTIVO_BACKEND_URL) is this store's address, and that the proxy in front of it passes POST requests to /hooks on."

/** What came of a test, in words. */
export function describeTest(test: AdminTestNotice): HealthFinding {
  const { address, outcome, status, code, location, sent_at, took_ms } = test
  const seconds = Math.round(took_ms / 1000)
  const answer = { status, code, location, took_ms, seconds }
  const data = { at: sent_at, hook: address, ...answer, finding: outcome }
  const not = (message: string, todo: string) => finding("warning", message, todo, data)
  switch (outcome) {
    case "returned":
      return ok(`The test notice of ${sent_at} came back in ${took_ms} ms.`, data)
    case "elsewhere":
      return not(
        `Something answers at ${address} (${status}), but the notice did not arrive in this store.`,
        `Another server or another store stands at this address. ${CHECK_ADDRESS}`,
      )
    case "redirected":
      return not(
        `${address} redirects (${status}) to ${location}: a notice is not sent on.`,
        "Set backendUrl (PAGOEFECTIVO_BACKEND_URL) to the address that answers without a redirect.",
      )
    case "address_refused":
      return not(
        "The hook is reached, and refused the test: webhook.allowedIps does not hold this server's own address.",
        "That is as it should be if the list holds PagoEfectivo's addresses alone: the first real notice will show that it works. For the test, add this server's address for a moment.",
      )
    case "signature_refused":
      return not(
        `The store at ${address} refused the signature: it has other keys than this one.`,
        `Another store stands at this address, or one of several instances runs with old settings. ${CHECK_ADDRESS}`,
      )
    case "locked":
      return not(
        `Something in front of the store refuses requests to ${address} (${status}).`,
        "Let POST requests to /hooks through without a password: in the proxy, the firewall or the host's access protection.",
      )
    case "not_found":
      return not(`There is nothing at ${address} (404).`, CHECK_ADDRESS)
    case "failed":
      return not(
        `${address} answered with an error (${status}).`,
        "Read the store's log, and that of the proxy in front of it.",
      )
    case "other":
      return not(`Something else answers at ${address}, with ${status}.`, CHECK_ADDRESS)
    case "timeout":
      return not(
        `No answer from ${address} within ${seconds} seconds.`,
        "See that the address leads to this store, and that no firewall swallows the request. A server may be kept from its own public address; PagoEfectivo may reach it all the same.",
      )
    case "unknown_host":
      return not(
        `Nobody knows the host of ${address}.`,
        "Check the spelling of backendUrl (PAGOEFECTIVO_BACKEND_URL) and the host's DNS entry.",
      )
    case "certificate":
      return not(
        `The certificate of ${address} is not accepted (${code}).`,
        "Renew the host's certificate, and let the proxy send its whole chain.",
      )
    case "no_answer":
      return not(
        `Nothing takes the connection at ${address} (${code}).`,
        "See that backendUrl (PAGOEFECTIVO_BACKEND_URL) is this store's address with the right port, and that it runs.",
      )
  }
}
