import { DAY_MS } from "../../../peru/lima"
import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"
import { HEALTH_LIMITS as LIMITS } from "../limits"

/** Whether shoppers without a phone got no code, because the gateway wants one and none is sent for them. */
export const phones: CheckHealth = async ({ container, now }) => {
  const service = pagoEfectivo(container)
  if (service.options.fallbackPhone) return ok("No purchase failed for want of a phone.")
  const since = new Date(now.getTime() - LIMITS.refusedPhoneDays * DAY_MS)
  const [latest, count] = await service.listAndCountAttempts(
    { status: "rejected", error_code: "phone_required", started_at: { $gte: since } },
    { take: 1, order: { started_at: "DESC" }, select: ["started_at"] },
  )
  if (!latest[0]) return ok("No purchase failed for want of a phone.", { count })
  const data = { count, last_at: new Date(latest[0].started_at).toISOString() }
  return finding(
    "warning",
    `${count} purchases got no code in the last ${LIMITS.refusedPhoneDays} days because PagoEfectivo wants a phone, the last at ${data.last_at}.`,
    "Set the option fallbackPhone, which is sent for shoppers without a valid phone, or ask for one at the checkout.",
    data,
  )
}
