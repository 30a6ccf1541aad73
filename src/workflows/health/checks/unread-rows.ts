import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"
import { HEALTH_LIMITS as LIMITS } from "../limits"

/** Whether rows of reports could not be read, and nobody has brought them corrected. */
export const unreadRows: CheckHealth = async ({ container }) => {
  const { total, reports } = await pagoEfectivo(container).settlement.unread(LIMITS.namedReports)
  if (total === 0) return ok("Every row of the reports could be read.")
  const files = reports.map(({ file }) => file)
  return finding(
    "warning",
    `${total} rows could not be read, in ${files.join(", ")}.`,
    "Open the report under Settlements: correct the rows and upload them, or read the report again.",
    { rows: total, files },
  )
}
