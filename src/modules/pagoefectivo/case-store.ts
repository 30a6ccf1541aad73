import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { decideCase, factsHash, type ReconciliationReason } from "../../reconciliation"
import { toCentimos } from "./amounts"
import type { SqlConnection } from "./sql"
import type { CaseRow } from "./types"

/** A fact that does not add up. Amounts are decimal texts. */
export interface CaseFacts {
  /** Identity of the fact: the same fact is the same case. */
  key: string
  reason: ReconciliationReason
  detail?: string | null
  /** The compared fields, money as decimal texts. */
  expected: Record<string, string>
  actual: Record<string, string>
  amountAtRisk: string
  currencyCode: string
  providerId?: string | null
  voucherId?: string | null
  orderId?: string | null
  noticeId?: string | null
  lineId?: string | null
  payoutId?: string | null
}

export interface CaseOutcome {
  id: string
  change: "opened" | "updated" | "reopened" | "kept" | "healed" | "changed"
}

export interface CaseChange {
  id: string
  /** The version that the person saw; a later one means that somebody else was faster. */
  version?: number
  kind: string
  actor: string
  note: string | null
  data?: Record<string, unknown> | null
  set: Partial<
    Pick<
      CaseRow,
      "status" | "resolution" | "resolved_by" | "assigned_to" | "order_id" | "voucher_id"
    >
  >
}

export class CaseConflictError extends Error {
  constructor(id: string) {
    super(`Case ${id} was changed by somebody else meanwhile. Load it again and decide anew.`)
    this.name = "CaseConflictError"
  }
}

const TABLE = "pagoefectivo_case"

/**
 * Cases with their history, each change and its history line in one transaction. The row is locked
 * while it is decided upon, so two processes reporting the same fact open one case.
 */
export class CaseStore {
  constructor(private readonly sql: SqlConnection) {}

  report(facts: CaseFacts): Promise<CaseOutcome> {
    const hash = factsHash(facts as Parameters<typeof factsHash>[0])
    return this.sql.transaction(async (trx) => {
      const opened = await this.insert(trx, facts, hash)
      if (opened) {
        await this.history(trx, opened, "opened", "system", null, null)
        return { id: opened, change: "opened" }
      }
      const known = await trx<CaseRow>(TABLE).where({ key: facts.key }).forUpdate().first()
      if (!known) {
        throw new MedusaError(
          MedusaError.Types.DB_ERROR,
          `Case ${facts.key} could be neither written nor read.`,
        )
      }
      const { action } = decideCase(asExisting(known), { outcome: "found", factsHash: hash })
      if (action !== "update" && action !== "reopen") return { id: known.id, change: "kept" }
      await trx(TABLE)
        .where({ id: known.id })
        .update({
          ...columns(facts, hash),
          status: "open",
          resolution: null,
          resolved_at: null,
          resolved_by: null,
          version: known.version + 1,
          updated_at: new Date(),
        })
      const change = action === "update" ? "updated" : "reopened"
      await this.history(trx, known.id, change, "system", null, {
        before: { expected: known.expected, actual: known.actual, status: known.status },
      })
      return { id: known.id, change }
    })
  }

  heal(key: string, why: string): Promise<CaseOutcome | null> {
    return this.sql.transaction(async (trx) => {
      const known = await trx<CaseRow>(TABLE).where({ key, status: "open" }).forUpdate().first()
      if (!known) return null
      await trx(TABLE)
        .where({ id: known.id })
        .update({
          status: "resolved",
          resolution: "healed",
          resolved_at: new Date(),
          resolved_by: "system",
          version: known.version + 1,
          updated_at: new Date(),
        })
      await this.history(trx, known.id, "healed", "system", why, null)
      return { id: known.id, change: "healed" }
    })
  }

  change(change: CaseChange): Promise<CaseOutcome> {
    return this.sql.transaction(async (trx) => {
      const known = await trx<CaseRow>(TABLE).where({ id: change.id }).forUpdate().first()
      if (!known) {
        throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no case ${change.id}.`)
      }
      if (change.version !== undefined && change.version !== known.version) {
        throw new CaseConflictError(change.id)
      }
      const ends = change.set.status !== undefined && change.set.status !== "open"
      await trx(TABLE)
        .where({ id: known.id })
        .update({
          ...change.set,
          ...(change.set.status !== undefined && { resolved_at: ends ? new Date() : null }),
          version: known.version + 1,
          updated_at: new Date(),
        })
      await this.history(trx, known.id, change.kind, change.actor, change.note, {
        ...change.data,
        before: Object.fromEntries(
          Object.keys(change.set).map((name) => [name, known[name as keyof CaseRow]]),
        ),
      })
      return { id: known.id, change: "changed" }
    })
  }

  private async insert(
    trx: SqlConnection,
    facts: CaseFacts,
    hash: string,
  ): Promise<string | undefined> {
    const rows = await trx(TABLE)
      .insert({
        id: generateEntityId("", "pecas"),
        key: facts.key,
        status: "open",
        opened_at: new Date(),
        ...columns(facts, hash),
      })
      .onConflict(trx.raw("(key) WHERE deleted_at IS NULL") as unknown as string)
      .ignore()
      .returning("id")
    return (rows[0] as { id: string } | undefined)?.id
  }

  private async history(
    trx: SqlConnection,
    caseId: string,
    kind: string,
    actor: string,
    note: string | null,
    data: Record<string, unknown> | null,
  ): Promise<void> {
    await trx("pagoefectivo_case_event").insert({
      id: generateEntityId("", "peced"),
      case_id: caseId,
      kind,
      actor,
      at: new Date(),
      note,
      data: data && JSON.stringify(data),
    })
  }
}

function columns(facts: CaseFacts, hash: string) {
  return {
    reason: facts.reason,
    detail: facts.detail ?? null,
    expected: JSON.stringify(facts.expected),
    actual: JSON.stringify(facts.actual),
    amount_at_risk_centimos: toCentimos(facts.amountAtRisk),
    currency_code: facts.currencyCode,
    provider_id: facts.providerId ?? null,
    voucher_id: facts.voucherId ?? null,
    order_id: facts.orderId ?? null,
    notice_id: facts.noticeId ?? null,
    line_id: facts.lineId ?? null,
    payout_id: facts.payoutId ?? null,
    facts_hash: hash,
  }
}

/** Periods are closed by reconciliation; cases of single payments are in none. */
function asExisting(row: CaseRow): Parameters<typeof decideCase>[0] {
  const healed = row.resolution === "healed"
  return {
    status: row.status,
    factsHash: row.facts_hash,
    closedBy: row.status === "open" ? null : healed ? "system" : "person",
    inClosedPeriod: false,
  }
}
