import { setTimeout as pause } from "node:timers/promises"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { MODULE_LIMITS as LIMITS } from "../limits"
import type { SqlConnection } from "../sql/connection"

/** Parameters: key, owner, life in seconds. A lease that ended is anybody's. */
const TAKE = `
  INSERT INTO pagoefectivo_lease AS lease (key, owner, expires_at)
  VALUES (?, ?, clock_timestamp() + make_interval(secs => ?))
  ON CONFLICT (key) DO UPDATE SET owner = EXCLUDED.owner, expires_at = EXCLUDED.expires_at
   WHERE lease.expires_at < clock_timestamp()
  RETURNING key`

const RENEW = `
  UPDATE pagoefectivo_lease SET expires_at = clock_timestamp() + make_interval(secs => ?)
   WHERE key = ? AND owner = ? RETURNING key`

const RELEASE = "DELETE FROM pagoefectivo_lease WHERE key = ? AND owner = ? RETURNING key"

export interface LeaseTerms {
  /** How long a dead process keeps others out. */
  lifeSeconds: number
  renewEverySeconds: number
}

/**
 * Locks that last as long as their job, on every instance of the store and in every version of
 * Medusa: before 2.21 its Locking Module takes the time that one waits for a lock also as the lock's
 * life, and a lease in its PostgreSQL provider never ends when the process dies.
 */
export class Leases {
  constructor(
    private readonly sql: SqlConnection,
    private readonly warn: (message: string) => void,
    private readonly terms: LeaseTerms = {
      lifeSeconds: LIMITS.leaseSeconds,
      renewEverySeconds: LIMITS.leaseRenewalSeconds,
    },
  ) {}

  /**
   * Runs `job` while nobody else holds `key`.
   * @throws MedusaError (conflict) in the words of Medusa's own providers when it is held by others
   *   for longer than the wait; what `job` throws
   */
  async hold<T>(key: string, waitSeconds: number, job: () => Promise<T>): Promise<T> {
    const owner = generateEntityId("", "pelease")
    await this.take(key, owner, waitSeconds)
    const renewal = setInterval(
      () => void this.renew(key, owner),
      this.terms.renewEverySeconds * 1000,
    )
    renewal.unref()
    try {
      return await job()
    } finally {
      clearInterval(renewal)
      await this.release(key, owner)
    }
  }

  /** Clears away what dead processes left. */
  async purge(): Promise<void> {
    await this.sql.raw("DELETE FROM pagoefectivo_lease WHERE expires_at < now() - interval '1 day'")
  }

  private async take(key: string, owner: string, waitSeconds: number): Promise<void> {
    const deadline = Date.now() + waitSeconds * 1000
    let waitMs: number = LIMITS.leaseFirstPauseMs
    while (!(await this.didIt(TAKE, [key, owner, this.terms.lifeSeconds]))) {
      const leftMs = deadline - Date.now()
      if (leftMs <= 0) {
        throw new MedusaError(
          MedusaError.Types.CONFLICT,
          `Failed to acquire lock for key "${key}": it was held by others for ${waitSeconds} s.`,
        )
      }
      // Waiters that were refused together come back one by one.
      await pause(Math.min(leftMs, waitMs * (0.5 + Math.random() / 2)))
      waitMs = Math.min(waitMs * 2, LIMITS.leaseLongestPauseMs)
    }
  }

  /** A renewal that fails is tried again with the next one, before the lease has ended. */
  private async renew(key: string, owner: string): Promise<void> {
    try {
      await this.sql.raw(RENEW, [this.terms.lifeSeconds, key, owner])
    } catch (error) {
      this.warn(`PagoEfectivo: the lock ${key} could not be renewed: ${String(error)}`)
    }
  }

  /** The job is done or has failed, which is what the caller must hear, whatever becomes of the lease. */
  private async release(key: string, owner: string): Promise<void> {
    try {
      if (await this.didIt(RELEASE, [key, owner])) return
      this.warn(`PagoEfectivo: the lock ${key} ended before its job: the process stood still.`)
    } catch (error) {
      this.warn(`PagoEfectivo: the lock ${key} could not be released: ${String(error)}`)
    }
  }

  private async didIt(statement: string, values: (string | number)[]): Promise<boolean> {
    const { rows } = await this.sql.raw<{ rows: unknown[] }>(statement, values)
    return rows.length > 0
  }
}
