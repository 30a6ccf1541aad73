import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"
import { HEALTH_LIMITS as LIMITS } from "../limits"

export const inbox: CheckHealth = async ({ container, now }) => {
  const service = pagoEfectivo(container)
  const before = new Date(now.getTime() - LIMITS.overdueNoticeMinutes * 60_000)
  const count = async (filters: Record<string, unknown>) =>
    (
      await service.listAndCountNotices(filters, {
        take: 1,
        select: ["id"],
        order: { next_try_at: "ASC" },
      })
    )[1]
  const [waiting, overdue, failed] = await Promise.all([
    count({ status: "received" }),
    count({ status: "received", next_try_at: { $lte: before } }),
    count({ status: "failed" }),
  ])
  const data = { waiting, overdue, failed }
  if (overdue > 0) {
    return finding(
      "problem",
      `${overdue} notices wait to be processed and are overdue.`,
      "See whether the job process-inbox runs, and whether the worker instance is up.",
      { ...data, finding: "overdue" },
    )
  }
  if (failed > 0) {
    return finding(
      "warning",
      `${failed} notices could not be processed and were given up.`,
      "Open them among the notices, read their last error, and replay them.",
      { ...data, finding: "failed" },
    )
  }
  return ok(waiting === 0 ? "All notices are processed." : `${waiting} notices are waiting.`, data)
}
