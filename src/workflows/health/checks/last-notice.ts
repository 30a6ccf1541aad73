import { SENT_BY_GATEWAY } from "../../../modules/pagoefectivo/notices/inbox"
import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"

export const lastNotice: CheckHealth = async ({ container }) => {
  const service = pagoEfectivo(container)
  const [notice] = await service.listNotices(SENT_BY_GATEWAY, {
    order: { last_received_at: "DESC" },
    take: 1,
    select: ["id", "last_received_at"],
  })
  if (notice) {
    const at = new Date(notice.last_received_at).toISOString()
    return ok(`The last notice came at ${at}.`, { at, notice_id: notice.id })
  }
  const [paid] = await service.listVouchers({ status: "paid" }, { take: 1, select: ["id"] })
  if (!paid) return ok("No notice yet, and no payment that would have sent one.", { at: null })
  return finding(
    "warning",
    "No notice has ever arrived although codes were paid.",
    "Register the webhook address below in PagoEfectivo's portal.",
    { at: null },
  )
}
