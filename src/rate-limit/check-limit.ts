import type { SqlConnection } from "../modules/pagoefectivo/sql/connection"
import { addressKey } from "./address-key"
import { RATE_LIMITS as LIMITS } from "./limits"
import { sweepCounters } from "./sweep"
import { takeSlot, type Slot } from "./take-slot"

/** Whether this shopper may ask the gateway about this voucher now. */
export async function mayCheck(
  sql: SqlConnection,
  token: string,
  address: string | undefined,
): Promise<Slot> {
  await sweepCounters(sql)
  const byToken = await takeSlot(sql, `token:${token}`, LIMITS.checksPerToken)
  if (!byToken.granted) return byToken
  return takeSlot(sql, addressKey(address), LIMITS.checksPerAddress)
}
