import type { Admin } from "./admin"
import type { TestDatabase } from "./database"
import { eventually } from "./eventually"
import type { StoreProcess } from "./start-store"

export interface Case {
  id: string
  reason: string
  detail: string | null
  status: string
  resolution: string | null
  expected: Record<string, string>
  actual: Record<string, string>
  amount_at_risk: string
  order_id: string | null
  voucher_id: string | null
  line_id: string | null
  cip: string | null
}

export interface Run {
  id: string
  status: string
  trigger: string
  progress: number
  error: string | null
  counts: Record<string, number>
  sums: Record<string, Record<string, string>>
  changes: { captured: number; since_last_run: unknown; cases: Record<string, object> }
  vouchers_count: number
}

/** The nights of a store: made due, spent, and looked at the morning after. */
export class SettlementNights {
  constructor(
    private readonly shop: { store: StoreProcess; database: TestDatabase; admin: Admin },
  ) {}

  /** The next tick is due: what the schedule would say at three in the morning. */
  async makeDue(): Promise<void> {
    await this.shop.database.query(
      `UPDATE pagoefectivo_job_run
       SET state = jsonb_set(state, '{nextRunAt}', '"2020-01-01T08:00:00.000Z"')
       WHERE name = 'settlement-night'`,
    )
  }

  tick(): Promise<void> {
    return this.shop.store.runJob("settlement-night")
  }

  async runs(): Promise<Run[]> {
    const { reconciliations } = await this.shop.admin.must<{ reconciliations: Run[] }>(
      "/admin/pagoefectivo/reconciliations?order=created_at",
    )
    return reconciliations
  }

  /**
   * Ticks until the night is over: its run has ended, and its digest is out. A source that was too
   * slow at first, on a busy machine, is asked again by the next tick.
   */
  async spend(number: number): Promise<Run> {
    await this.tick()
    await this.makeDue()
    await eventually(
      async () => {
        await this.tick()
        return this.runs()
      },
      (all) => all.length >= number,
      { what: `night ${number}` },
    )
    return this.ended(number)
  }

  async ended(number: number): Promise<Run> {
    const runs = await eventually(
      () => this.runs(),
      (all) => all.length >= number && all.every(({ status }) => status === "completed"),
      { what: `the run of night ${number}` },
    )
    expect(runs).toHaveLength(number)
    return runs[number - 1]!
  }

  async cases(): Promise<Case[]> {
    const { cases } = await this.shop.admin.must<{ cases: Case[] }>(
      "/admin/pagoefectivo/cases?limit=100&order=opened_at",
    )
    return cases
  }
}
