import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import type { SqlConnection } from "../modules/pagoefectivo/sql/connection"
import { RATE_LIMITS as LIMITS } from "./limits"

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
 * Takes one of `limit` slots in any 60 seconds. Counted in PostgreSQL, so that it holds across
 * instances and restarts; in one statement, so that two requests can't share a slot. A refused
 * request takes nothing. Keys are kept as hashes: an address is personal data.
 */
export async function takeSlot(sql: SqlConnection, key: string, limit: number): Promise<Slot> {
  const hashed = createHash("sha256").update(key).digest("hex")
  const { windowSeconds } = LIMITS
  const result = await sql.raw<{ rows: { granted: boolean; wait: string }[] }>(TAKE, [
    hashed,
    windowSeconds,
    limit,
    limit,
    windowSeconds,
    windowSeconds,
    windowSeconds,
  ])
  const slot = result.rows[0]
  if (!slot) {
    throw new MedusaError(MedusaError.Types.DB_ERROR, "The rate limit's counter did not answer")
  }
  if (slot.granted) return { granted: true, retryAfterSeconds: 0 }
  return { granted: false, retryAfterSeconds: Math.max(1, Math.ceil(Number(slot.wait))) }
}
