import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"
import { HEALTH_LIMITS as LIMITS } from "../limits"

/** Codes that should not be payable any more, and of which the gateway has not confirmed it. */
export const closingTasks: CheckHealth = async ({ container }) => {
  const service = pagoEfectivo(container)
  const [[, open], [worst, failing]] = await Promise.all([
    service.listAndCountVouchers(
      { closing_reason: { $ne: null } },
      { take: 1, select: ["id"], order: { closing_next_try_at: "ASC" } },
    ),
    service.listAndCountVouchers(
      { closing_reason: { $ne: null }, closing_tries: { $gte: LIMITS.failingClosingTries } },
      { take: 1, order: { closing_tries: "DESC" } },
    ),
  ])
  if (failing === 0) return ok("Codes are closed as they should be.", { open, failing })
  return finding(
    "problem",
    `${failing} codes could not be closed yet and may still be paid. Their orders wait.`,
    "They are tried again by themselves. If PagoEfectivo works, look at the last error, and ask PagoEfectivo to delete the code.",
    {
      open,
      failing,
      voucher_id: worst[0]?.id ?? null,
      last_error: worst[0]?.closing_last_error ?? null,
    },
  )
}
