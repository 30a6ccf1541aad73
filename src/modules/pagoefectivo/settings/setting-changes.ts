import { generateEntityId } from "@medusajs/framework/utils"
import { BrandedError } from "../../../errors/branded-error"
import { withReason } from "../../../errors/refusal"
import type { StoredSetting } from "../../../config"
import type { SqlConnection } from "../sql/connection"
import { transact } from "../sql/transact"

/** A change, and what it replaced; null is the configured value. */
export interface SettingChange extends StoredSetting {
  id: string
  version: number
  previous: unknown
  changed_by: string
  at: Date
}

export interface NewSettingChange extends StoredSetting {
  /** The one that the person saw; 0 before the first change. */
  version: number
  changed_by: string
}

/** Somebody else changed the setting first. */
export class SettingConflictError extends BrandedError {
  constructor(name: string) {
    super(`${name} was changed by somebody else meanwhile. Load it again and decide anew.`)
    withReason(this, { code: "changed_meanwhile", values: {} })
  }
}

/** A rate card that would change fees of days whose accounts are closed. */
export class SettingInClosedPeriodError extends BrandedError {
  constructor({ name, valid_from }: StoredSetting, period: { from_day: string; to_day: string }) {
    super(
      `valid_from: found ${valid_from}, which would change ${name} for days of the closed period ${period.from_day} to ${period.to_day}, expected a day after it. Reopen the period to change them.`,
    )
    withReason(this, {
      code: "closed_period",
      values: { from: period.from_day, to: period.to_day },
    })
  }
}

/** How long shoppers' pages go without looking again, in milliseconds. */
const FRESH_MS = 3_000

const IN_FORCE = `
  SELECT name, provider_id, valid_from, value FROM (
    SELECT DISTINCT ON (name, coalesce(provider_id, ''), coalesce(valid_from, ''))
      name, provider_id, valid_from, value
    FROM pagoefectivo_setting_change
    ORDER BY name, coalesce(provider_id, ''), coalesce(valid_from, ''), version DESC) latest
  WHERE value IS NOT NULL`

/** Two that saw the same version write the same next one, and the index lets one of them in. */
const ADD = `
  INSERT INTO pagoefectivo_setting_change
    (id, name, provider_id, version, valid_from, value, previous, changed_by)
  SELECT :id, :name, :provider_id::text, :version::integer + 1, :valid_from::text, :value::jsonb,
    (SELECT value FROM pagoefectivo_setting_change
     WHERE name = :name AND provider_id IS NOT DISTINCT FROM :provider_id::text
       AND valid_from IS NOT DISTINCT FROM :valid_from::text ORDER BY version DESC LIMIT 1),
    :changed_by
  WHERE :version::integer = (
    SELECT coalesce(max(version), 0) FROM pagoefectivo_setting_change
    WHERE name = :name AND provider_id IS NOT DISTINCT FROM :provider_id::text)
  ON CONFLICT DO NOTHING`

const CLOSED_FROM = `
  SELECT from_day, to_day FROM pagoefectivo_closed_period
  WHERE deleted_at IS NULL AND reopened_at IS NULL AND to_day >= ?
  ORDER BY to_day DESC LIMIT 1`

/** What was changed in the admin while the store ran; only ever added to. */
export class SettingChangeStore {
  private known: { at: number; settings: StoredSetting[] } | undefined

  constructor(private readonly sql: SqlConnection) {}

  /** What counts now, for every instance alike. */
  async inForce(): Promise<StoredSetting[]> {
    const { rows } = await this.sql.raw<{ rows: StoredSetting[] }>(IN_FORCE)
    this.known = { at: Date.now(), settings: rows }
    return rows
  }

  /** The same for shoppers: some seconds old at most, unless it can't be read just now. */
  async lastKnown(): Promise<StoredSetting[]> {
    if (this.known && Date.now() - this.known.at < FRESH_MS) return this.known.settings
    try {
      return await this.inForce()
    } catch {
      return this.known?.settings ?? []
    }
  }

  /** @throws SettingConflictError, SettingInClosedPeriodError */
  async add(change: NewSettingChange): Promise<void> {
    await transact(this.sql, false, async (trx) => {
      if (change.valid_from !== null) await refuseClosed(trx, change)
      const { rowCount } = await trx.raw<{ rowCount: number }>(ADD, {
        ...change,
        id: generateEntityId("", "pestc"),
        value: change.value === null ? null : JSON.stringify(change.value),
      } as never)
      if (rowCount === 0) throw new SettingConflictError(change.name)
    })
    this.known = undefined
  }

  /** Newest first. */
  async list(
    of: Partial<Pick<SettingChange, "name" | "provider_id">>,
    page: { limit: number; offset: number },
  ): Promise<[SettingChange[], number]> {
    const own = this.sql<SettingChange>("pagoefectivo_setting_change").where(of as never)
    const [{ count = 0 } = {}] = await own.clone().count<{ count: string }[]>("* as count")
    const rows = await own
      .orderBy([
        { column: "at", order: "desc" },
        { column: "version", order: "desc" },
      ])
      .limit(page.limit)
      .offset(page.offset)
    return [rows as SettingChange[], Number(count)]
  }

  /** The newest changes of each setting, newest first. */
  async latest(each: number): Promise<SettingChange[]> {
    const { rows } = await this.sql.raw<{ rows: SettingChange[] }>(
      `SELECT * FROM (
         SELECT *, row_number() OVER (
           PARTITION BY name, coalesce(provider_id, '') ORDER BY version DESC) AS place
         FROM pagoefectivo_setting_change) numbered
       WHERE place <= ? ORDER BY name, version DESC`,
      [each],
    )
    return rows
  }
}

async function refuseClosed(trx: SqlConnection, change: NewSettingChange): Promise<void> {
  const { rows } = await trx.raw<{ rows: { from_day: string; to_day: string }[] }>(CLOSED_FROM, [
    change.valid_from,
  ])
  if (rows[0]) throw new SettingInClosedPeriodError(change, rows[0])
}
