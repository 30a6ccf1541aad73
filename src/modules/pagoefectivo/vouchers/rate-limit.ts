import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { MODULE_LIMITS as LIMITS } from "../limits"
import type { SqlConnection } from "../sql/connection"
import { addressKey } from "./address-key"

export interface Slot {
  granted: boolean
  /** Seconds until the next slot is free; 0 when this one was granted. */
  retryAfterSeconds: number
}

/** Parameters: key, window, limit, limit, window, window, window (seconds). */
const TAKE = `
  INSERT INTO pagoefectivo_rate_limit AS slots (key, granted, taken, expires_at)
  VALUES (?, true, ARRAY[clock_timestamp()], clock_timestamp() + make_interval(secs => ?))
  ON CONFLICT (key) DO UPDATE SET (granted, taken, expires_at) = (
    SELECT cardinality(recent) < ?,
           CASE WHEN cardinality(recent) < ? THEN recent || clock_timestamp() ELSE recent END,
           clock_timestamp() + make_interval(secs => ?)
    FROM (SELECT ARRAY(
      SELECT moment FROM unnest(slots.taken) AS moment
      WHERE moment > clock_timestamp() - make_interval(secs => ?) ORDER BY moment
    ) AS recent) AS window_of_key)
  RETURNING granted,
            extract(epoch FROM taken[1] + make_interval(secs => ?) - clock_timestamp()) AS wait`

/**
 * How often shoppers may have the gateway asked, by voucher and by their address, and admins may
 * send test notices.
 */
export class RateLimits {
  constructor(private readonly sql: SqlConnection) {}

  /** A slot for one check of the voucher with this token, asked for from this address. */
  async takeCheck(token: string, address: string | undefined): Promise<Slot> {
    await this.sweep()
    const byToken = await this.takeSlot(`token:${token}`, LIMITS.checksPerToken)
    if (!byToken.granted) return byToken
    return this.takeSlot(addressKey(address), LIMITS.checksPerAddress)
  }

  /** A slot for one test notice of an admin to this provider's hook. */
  async takeTestNotice(providerId: string): Promise<Slot> {
    await this.sweep()
    return this.takeSlot(`test-notice:${providerId}`, LIMITS.testNoticesPerProvider)
  }

  /**
   * Clears counters away whose window is over. Called with each request, and faster than requests
   * add counters: the table never holds much more than a minute of traffic.
   */
  private async sweep(): Promise<void> {
    await this.sql.raw(
      `DELETE FROM pagoefectivo_rate_limit WHERE key IN (
         SELECT key FROM pagoefectivo_rate_limit WHERE expires_at < now()
         LIMIT ? FOR UPDATE SKIP LOCKED)`,
      [LIMITS.checkSweepBatch],
    )
  }

  /**
   * Takes one of `limit` slots in any window. Counted in PostgreSQL, so that it holds across
   * instances and restarts; in one statement, so that two requests can't share a slot. A refused
   * request takes nothing. Keys are kept as hashes: an address is personal data.
   */
  private async takeSlot(key: string, limit: number): Promise<Slot> {
    const hashed = createHash("sha256").update(key).digest("hex")
    const window = LIMITS.checkWindowSeconds
    const { rows } = await this.sql.raw<{ rows: { granted: boolean; wait: string }[] }>(TAKE, [
      hashed,
      window,
      limit,
      limit,
      window,
      window,
      window,
    ])
    const slot = rows[0]
    if (!slot) {
      throw new MedusaError(MedusaError.Types.DB_ERROR, "The rate limit's counter did not answer")
    }
    if (slot.granted) return { granted: true, retryAfterSeconds: 0 }
    return { granted: false, retryAfterSeconds: Math.max(1, Math.ceil(Number(slot.wait))) }
  }
}
