import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"

/** Orders that hold their stock, and that nobody can pay with a code any more. */
export const ordersWithoutCode: CheckHealth = async ({ container }) => {
  const count = await pagoEfectivo(container).stranded.count()
  if (count === 0) return ok("Every order that waits has a code that can be paid.", { count })
  return finding(
    "warning",
    `${count} orders wait for their payment, and none of their codes can be paid any more.`,
    "Open the list of codes with the filter for such orders: issue another code, record a payment by other means, or close the order unpaid.",
    { count },
  )
}
