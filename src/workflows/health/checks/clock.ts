import { finding, ok, type CheckHealth } from "../health-check"
import { HEALTH_LIMITS as LIMITS } from "../limits"
import { probeProvider } from "../probe-gateway"

export const clock: CheckHealth = async (context) => {
  const { clockSkewMs } = await probeProvider(context)
  if (clockSkewMs === null) {
    return finding(
      "unknown",
      "PagoEfectivo did not tell its time.",
      "Nothing, as long as codes can be issued.",
    )
  }
  const seconds = Math.round(clockSkewMs / 1000)
  const data = { skew_seconds: seconds }
  if (Math.abs(seconds) <= LIMITS.maxClockSkewSeconds) {
    return ok("The server's clock agrees with PagoEfectivo's.", data)
  }
  return finding(
    "warning",
    `The server's clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? "behind" : "ahead of"} PagoEfectivo's.`,
    "Let the server set its clock by NTP: PagoEfectivo may refuse requests whose time is wrong.",
    data,
  )
}
