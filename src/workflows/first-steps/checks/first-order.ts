import type { ProviderEntry } from "../../../config"
import { WELL_KNOWN_KEYS } from "../../../sandbox/every-well-known-key"
import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../../health/health-check"

/** Whether a code was ever issued and paid: the one proof that everything works together. */
export const firstOrder: CheckHealth = async ({ container }) => {
  const service = pagoEfectivo(container)
  const { options } = service
  const [[paid], [issued]] = await Promise.all([
    service.listVouchers({ paid_at: { $ne: null } }, { order: { paid_at: "ASC" }, take: 1 }),
    service.listVouchers({}, { order: { issued_at: "DESC" }, take: 1 }),
  ])
  const panel = panelOf(options.entries)
  const last = paid ?? issued
  const data = {
    cip: last?.cip ?? null,
    order_id: last?.order_id ?? null,
    shop: options.storeUrl ?? null,
    panel,
  }
  if (paid?.paid_at) {
    const at = new Date(paid.paid_at).toISOString()
    return ok(`Code ${paid.cip} was paid at ${at}.`, { ...data, at, finding: "paid" })
  }
  const open = (name: string, message: string, todo: string) =>
    finding("unknown", message, todo, { ...data, finding: name })
  if (options.environment === "production") {
    return issued
      ? open("live_unpaid", `Code ${issued.cip} is not paid yet.`, PAY_LIVE)
      : open("live_none", NO_CODE, ORDER_LIVE)
  }
  if (!issued) return open("none", NO_CODE, ORDER)
  const where = panel ? "" : "_elsewhere"
  return issued.status === "waiting"
    ? open(`waiting${where}`, `Code ${issued.cip} waits for its payment.`, panel ? PAY : PAY_THERE)
    : open(
        `over${where}`,
        `Code ${issued.cip} can't be paid any more.`,
        `${ORDER} ${panel ? PAY : PAY_THERE}`,
      )
}

const NO_CODE = "No code has been issued yet."
const ORDER = "Place an order in your shop and choose PagoEfectivo."
const ORDER_LIVE = "Place a small order in your shop and pay its code, before shoppers do."
const PAY_LIVE = "Pay a small order of your own before shoppers do."
const PAY = "Pay it in the sandbox's panel."
const PAY_THERE =
  "Let the test environment of your contract mark it as paid: its portal or its support says how."

/** The panel of the local sandbox stands at its root; the vendors' own test hosts have none. */
function panelOf(entries: ProviderEntry[]): string | null {
  const local = entries.find(({ gateway }) =>
    Object.values(gateway).some((value) => typeof value === "string" && WELL_KNOWN_KEYS.has(value)),
  )
  const baseUrl = (local?.gateway as { baseUrl?: string } | undefined)?.baseUrl
  return baseUrl ? new URL(baseUrl).origin : null
}
