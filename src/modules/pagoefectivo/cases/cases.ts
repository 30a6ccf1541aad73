import type { Announcer } from "../events/announcer"
import type { ModuleData } from "../module-data"
import type { SqlConnection } from "../sql/connection"
import type { Refunds } from "../vouchers/refunds"
import type { CaseFacts } from "./case-facts"
import type { DecidedCase } from "./case-writer"
import { changeCase, type CaseChange } from "./change-case"
import { ClosedPeriodError, IN_CLOSED_PERIOD } from "./closed-period"
import { returnOutside, type OutsideReturn } from "./return-outside"
import {
  casesChangedBy,
  listRunCases,
  type EarlierCase,
  type RunCase,
  type RunCasePage,
  type StartedRun,
} from "./run-cases"
import { writeCases, type CaseScope } from "./write-cases"

/** Cases with their history: what is found is written here, and what a person decides. */
export class Cases {
  constructor(
    private readonly sql: SqlConnection,
    private readonly announcer: Announcer,
    private readonly data: ModuleData,
    private readonly refunds: Refunds,
  ) {}

  /** Opens, updates, heals and reopens cases; see `writeCases`. Announced after the transaction. */
  async write(findings: CaseFacts[], scope: CaseScope = {}): Promise<DecidedCase[]> {
    const { decided, eventIds } = await writeCases(this.sql, findings, scope)
    await this.announcer.announce(eventIds)
    return decided
  }

  /** A person's change to a case; see `changeCase`. Announced after the transaction. */
  async change(change: CaseChange): Promise<void> {
    await this.announcer.announce(await changeCase(this.sql, change))
  }

  /** Money that a person gave back by other means; see `returnOutside`. Announced after the transaction. */
  async returnOutside(given: OutsideReturn): Promise<void> {
    await this.announcer.announce(await returnOutside(this.data, this.refunds, given))
  }

  /** What the first try of a run that is started over has done. */
  changedBy(run: StartedRun): Promise<EarlierCase[]> {
    return casesChangedBy(this.sql, run)
  }

  /** Cases that a run has changed. */
  ofRun(runId: string, page: RunCasePage): Promise<[RunCase[], number]> {
    return listRunCases(this.sql, runId, page)
  }

  /** Vouchers that have a case, by `LIKE` patterns of their codes; at most `limit`. */
  async vouchersByCode(
    patterns: { cip: string; transactionCode: string },
    limit: number,
  ): Promise<string[]> {
    const { rows } = await this.sql.raw<{ rows: { id: string }[] }>(
      `SELECT v.id FROM pagoefectivo_voucher v
       WHERE v.deleted_at IS NULL AND (v.cip LIKE :cip OR v.transaction_code LIKE :transactionCode)
         AND EXISTS (
           SELECT 1 FROM pagoefectivo_case c WHERE c.voucher_id = v.id AND c.deleted_at IS NULL)
       LIMIT :limit`,
      { ...patterns, limit },
    )
    return rows.map(({ id }) => id)
  }

  /**
   * Before a person's decision is carried out: an action that the closed accounts would refuse to
   * write down must not happen at all.
   * @throws ClosedPeriodError
   */
  async refuseSilence(id: string, note: string | null): Promise<void> {
    if (note?.trim()) return
    const rows = await this.sql({ c: "pagoefectivo_case" })
      .where({ "c.id": id } as never)
      .whereRaw(IN_CLOSED_PERIOD)
      .select("c.id")
    if (rows.length > 0) throw new ClosedPeriodError(`case ${id}`)
  }
}
