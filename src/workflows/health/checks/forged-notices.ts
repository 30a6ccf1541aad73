import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"
import { HEALTH_LIMITS as LIMITS } from "../limits"

export const forgedNotices: CheckHealth = async ({ container, now }) => {
  const since = new Date(now.getTime() - LIMITS.recentHours * 3_600_000)
  // Counted by day: a counter that moved lately may include some of yesterday's.
  const lately = await pagoEfectivo(container).listNoticeRejections(
    { last_at: { $gte: since } },
    { order: { last_at: "DESC" } },
  )
  const count = lately.reduce((sum, rejection) => sum + rejection.count, 0)
  const last = lately[0]
  if (!last) return ok(`No notice was refused in the last ${LIMITS.recentHours} hours.`, { count })
  const data = {
    count,
    last_at: new Date(last.last_at).toISOString(),
    reasons: [...new Set(lately.map(({ reason }) => reason))],
  }
  return finding(
    "warning",
    `${count} notices were refused lately, the last at ${data.last_at}.`,
    "If payments are not confirmed, compare secretKey with PagoEfectivo's portal, and webhook.allowedIps with where notices come from. Otherwise somebody sent made-up notices: they had no effect.",
    data,
  )
}
