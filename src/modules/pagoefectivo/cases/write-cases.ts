import { MedusaError } from "@medusajs/framework/utils"
import type { SqlConnection } from "../sql/connection"
import type { CaseFacts } from "./case-facts"
import { KNOWN_CASE, type KnownCase } from "./case-row"
import { CaseWriter, type WrittenCases } from "./case-writer"

/** What was looked at, so that the absence of a finding means something. */
export interface CaseScope {
  /** The run that looked; the live flow has none. */
  runId?: string
  /** Vouchers that were looked at closely: what was not found about them any more has healed. */
  examinedVoucherIds?: string[]
  /** Of them, those whose payment is accounted for by an open case that no rule finds. */
  placedVoucherIds?: string[]
  /** Keys of cases whose subject was looked at: what was not found about it any more has healed. */
  examinedKeys?: string[]
  /** Why something heals, for the case's history. */
  why?: string
}

const TABLE = "pagoefectivo_case"
/** Where a payment's money belongs: one payment never has two of these. */
const PLACES: ReadonlySet<string> = new Set([
  "missing_capture",
  "late_payment",
  "orphan_payment",
  "duplicate_payment",
])
/** Of them, those that say that a payment has no place yet. */
const UNPLACED: ReadonlySet<string> = new Set(["missing_capture", "orphan_payment"])
/** Cases about lines and payouts are not about the voucher that they may be linked to. */
const NOT_ABOUT_VOUCHERS = ["unknown_reference", "payout_mismatch"]

/**
 * The only way to write what was found: cases are opened, updated, healed and reopened as
 * `decideCase` says, each with its line of history, its line in the voucher's timeline and its
 * events, in one short transaction. Live it is one finding, in a run thousands. Writing the same
 * again changes nothing more.
 * @throws MedusaError (unexpected_state) when a case could be neither written nor read
 */
export function writeCases(
  sql: SqlConnection,
  findings: CaseFacts[],
  scope: CaseScope = {},
): Promise<WrittenCases> {
  return sql.transaction(async (trx) => {
    const found = new Map(findings.map((facts) => [facts.key, facts]))
    const places = foundPlaces(findings)
    const placed = placedVouchers(findings, scope)
    const writer = new CaseWriter(trx, scope)
    for (const row of await lockKnown(trx, { found: [...found.keys()], places }, scope)) {
      const facts = found.get(row.key)
      found.delete(row.key)
      const place = facts ? undefined : newPlaceOf(row, places)
      const mayHeal = place !== undefined || !isPlaced(row, placed)
      writer.decide(row, facts ?? null, mayHeal, place && `Its payment has the case ${place} now`)
    }
    const lost = await writer.open([...found.values()])
    // Somebody else has opened these at this very moment: their rows are decided upon like the rest.
    for (const row of await lockLost(trx, lost)) {
      writer.decide(row, found.get(row.key) ?? null, false)
    }
    return writer.flush()
  })
}

/** By voucher: where the money of its own payment is. A second payment of a code has its own place. */
function foundPlaces(findings: CaseFacts[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  for (const { reason, detail, voucherId } of findings) {
    if (!voucherId || !PLACES.has(reason)) continue
    if (reason !== "missing_capture" && detail !== "same_voucher") places.set(voucherId, reason)
  }
  return places
}

/** The money of a case has a place after all: the case that says so is the only one, and its risk too. */
function newPlaceOf(
  { reason, detail, voucher_id }: KnownCase,
  places: ReadonlyMap<string, string>,
): string | undefined {
  const hasNone = UNPLACED.has(reason) || detail === "half_canceled"
  return hasNone ? places.get(voucher_id ?? "") : undefined
}

function placedVouchers(findings: CaseFacts[], scope: CaseScope): ReadonlySet<string> {
  const found = findings.flatMap(({ reason, voucherId }) =>
    PLACES.has(reason) && voucherId ? voucherId : [],
  )
  return new Set([...(scope.placedVoucherIds ?? []), ...found])
}

/** Where the money is has another name now; the case with the old one is a person's to close. */
function isPlaced({ reason, voucher_id }: KnownCase, placed: ReadonlySet<string>): boolean {
  return PLACES.has(reason) && reason !== "missing_capture" && placed.has(voucher_id ?? "")
}

/** Locks each row until the decision about it is written. */
function lockKnown(
  trx: SqlConnection,
  { found, places }: { found: string[]; places: ReadonlyMap<string, string> },
  scope: CaseScope,
) {
  const { examinedVoucherIds = [], examinedKeys = [] } = scope
  return lockRows(trx, (either) =>
    either
      .whereRaw("c.key = ANY(?)", [[...found, ...examinedKeys]])
      .orWhere((about) =>
        about
          .whereRaw("c.voucher_id = ANY(?)", [examinedVoucherIds])
          .where("c.status", "open")
          .whereNotIn("c.reason", NOT_ABOUT_VOUCHERS),
      )
      .orWhere((elsewhere) =>
        elsewhere
          .whereRaw("c.voucher_id = ANY(?)", [[...places.keys()]])
          .where("c.status", "open")
          .whereIn("c.reason", [...PLACES]),
      ),
  )
}

async function lockLost(trx: SqlConnection, keys: string[]): Promise<KnownCase[]> {
  if (keys.length === 0) return []
  const rows = await lockRows(trx, (lost) => lost.whereRaw("c.key = ANY(?)", [keys]))
  if (rows.length < keys.length) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Of the cases ${keys.join(", ")}, ${keys.length - rows.length} could be neither written nor read.`,
    )
  }
  return rows
}

type Where = Parameters<ReturnType<SqlConnection>["where"]>[0] & object

function lockRows(
  trx: SqlConnection,
  which: (query: ReturnType<SqlConnection>) => unknown,
): Promise<KnownCase[]> {
  return trx({ c: TABLE })
    .select(trx.raw(KNOWN_CASE))
    .whereNull("c.deleted_at")
    .where(which as Where)
    .orderBy("c.id")
    .forUpdate() as unknown as Promise<KnownCase[]>
}
