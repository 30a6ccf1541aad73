import { SENT_BY_GATEWAY } from "../../../modules/pagoefectivo/notices/inbox"
import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"
import { HEALTH_LIMITS as LIMITS } from "../limits"

/**
 * Payments that only polling found mean that notices get lost or are sent elsewhere. Ordered by what
 * is looked for: in the order of ids the newest rows would be read last.
 */
export const noticesArriving: CheckHealth = async ({ container, now }) => {
  const service = pagoEfectivo(container)
  const since = new Date(now.getTime() - LIMITS.recentHours * 3_600_000)
  const [[, found], [, arrived]] = await Promise.all([
    service.listAndCountVoucherEvents(
      { kind: "found_by_polling", at: { $gte: since } },
      { take: 1, select: ["id"], order: { at: "DESC" } },
    ),
    service.listAndCountNotices(
      { ...SENT_BY_GATEWAY, last_received_at: { $gte: since } },
      { take: 1, select: ["id"], order: { last_received_at: "DESC" } },
    ),
  ])
  const data = { found_by_polling: found, notices: arrived }
  if (found === 0) return ok("Every payment lately was announced by a notice.", data)
  const todo =
    "Register the webhook address below in PagoEfectivo's portal, and see that firewalls let it through. Until then payments are confirmed minutes late, by polling."
  return arrived === 0
    ? finding(
        "problem",
        `Notices are not arriving: ${found} payments of the last ${LIMITS.recentHours} hours were found by polling alone.`,
        todo,
        { ...data, finding: "none" },
      )
    : finding(
        "warning",
        `Some notices are not arriving: ${found} payments of the last ${LIMITS.recentHours} hours were found by polling.`,
        todo,
        { ...data, finding: "some" },
      )
}
