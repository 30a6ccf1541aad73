import { listUnfinishedCheckouts } from "../../orders/unfinished-checkouts"
import { finding, ok, type CheckHealth } from "../health-check"

/** Orders that a checkout left when its process died: no code, no payment, and stock that waits. */
export const unfinishedCheckouts: CheckHealth = async ({ container }) => {
  const found = await listUnfinishedCheckouts(container)
  const count = found.length
  if (count === 0) return ok("No checkout was left half-way.", { count })
  const orders = found.map(({ display_id }) => `#${display_id}`).join(", ")
  return finding(
    "warning",
    `${count} orders were left by checkouts that broke off before their code was issued: ${orders}.`,
    "Open the order: charge it with PagoEfectivo, or cancel it. What is left is cancelled by itself when the time of a code is over.",
    { count, orders },
  )
}
