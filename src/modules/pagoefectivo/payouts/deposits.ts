import { generateEntityId } from "@medusajs/framework/utils"
import type { RowReason } from "../../../settlement"
import { DEPOSIT_IN_CLOSED_PERIOD } from "../cases/closed-period"
import { MODULE_LIMITS as LIMITS } from "../limits"
import type { SqlConnection } from "../sql/connection"
import { inPieces } from "../sql/in-pieces"

/** What the bank received for a payout. */
export interface BankDeposit {
  payoutId: string
  /** Lower case. */
  currencyCode: string
  /** Null keeps what was known. */
  declaredTotalCentimos: number | null
  /** Null withdraws what was entered by mistake. */
  bankDepositCentimos: number | null
  bankDepositedAt: Date | null
  bankReference: string | null
  /** Of the file that it was read from. */
  lineNumber?: number
}

/** Whose payouts they are, who says so, and where it was read. */
export interface DepositOrigin {
  providerId: string
  source: "manual" | "file"
  /** An admin user's id. */
  by: string
  /** The imported table. */
  fileId?: string
  note?: string | null
}

/** What came of rows that were taken in. */
export interface AppliedRows {
  new_count: number
  changed_count: number
  unchanged_count: number
}

/** A row that was readable and may not be taken all the same. */
export interface RefusedRow {
  lineNumber: number
  reason: RowReason
}

const ENTERED = `jsonb_to_recordset(:deposits::jsonb) AS entered (
  id text, change_id text, provider_id text, payout_id text, currency_code text,
  declared_total_centimos integer, bank_deposit_centimos integer, bank_deposited_at timestamptz,
  bank_reference text, line_number integer)`

/** Makes sure that each has a row, and locks it: two people may enter the same payout at once. */
const LOCK = `
  INSERT INTO pagoefectivo_payout (id, provider_id, payout_id, currency_code)
  SELECT id, provider_id, payout_id, currency_code FROM ${ENTERED}
  ORDER BY payout_id, currency_code, provider_id
  ON CONFLICT (payout_id, currency_code, provider_id) WHERE deleted_at IS NULL
    DO UPDATE SET updated_at = pagoefectivo_payout.updated_at`

/** What is kept in the history of a payout. */
export const PAYOUT_VALUES = (row: string) => `jsonb_build_object(
  'declared_total_centimos', ${row}.declared_total_centimos,
  'bank_deposit_centimos', ${row}.bank_deposit_centimos,
  'bank_deposited_at', ${row}.bank_deposited_at, 'bank_reference', ${row}.bank_reference)`

const DIFFERS = `
  (p.bank_deposit_centimos, p.bank_deposited_at, p.bank_reference,
   coalesce(e.declared_total_centimos, p.declared_total_centimos))
    IS DISTINCT FROM (e.bank_deposit_centimos, e.bank_deposited_at, e.bank_reference,
                      p.declared_total_centimos)`

/** Deposits of closed days that would be replaced. */
const CLOSED = `
  SELECT p.payout_id AS "payoutId", p.currency_code AS "currencyCode"
  FROM ${ENTERED.replace("AS entered", "AS e")}
  JOIN pagoefectivo_payout p USING (provider_id, payout_id, currency_code)
  WHERE p.deleted_at IS NULL AND p.bank_deposit_centimos IS NOT NULL AND ${DIFFERS}
    AND ${DEPOSIT_IN_CLOSED_PERIOD}`

/** A row for each of twenty thousand would take the store a moment to read. */
export const COUNT_TOLD =
  "SELECT count(*)::integer AS told, (count(*) FILTER (WHERE is_new))::integer AS news FROM told"

const ENTER = `
  WITH before AS (
    SELECT p.id, e.change_id, e.line_number, p.provider_id, p.payout_id, p.currency_code,
           p.declared_total_centimos, p.bank_deposit_centimos, p.bank_deposited_at,
           p.bank_reference,
           coalesce(e.declared_total_centimos, p.declared_total_centimos) AS new_total,
           e.bank_deposit_centimos AS new_deposit, e.bank_deposited_at AS new_day,
           e.bank_reference AS new_reference
    FROM ${ENTERED.replace("AS entered", "AS e")}
    JOIN pagoefectivo_payout p USING (provider_id, payout_id, currency_code)
    WHERE p.deleted_at IS NULL),
  changed AS (
    UPDATE pagoefectivo_payout p
    SET declared_total_centimos = b.new_total, bank_deposit_centimos = b.new_deposit,
        bank_deposited_at = b.new_day, bank_reference = b.new_reference, entered_by = :by,
        reported_by = CASE WHEN p.declared_total_centimos = b.new_total THEN p.reported_by END,
        updated_at = now()
    FROM before b
    WHERE p.id = b.id
      AND (p.declared_total_centimos, p.bank_deposit_centimos, p.bank_deposited_at, p.bank_reference)
        IS DISTINCT FROM (b.new_total, b.new_deposit, b.new_day, b.new_reference)
    RETURNING b.change_id, b.line_number, p.provider_id, p.payout_id, p.currency_code,
              CASE WHEN b.declared_total_centimos IS NOT NULL OR b.bank_deposit_centimos IS NOT NULL
                   THEN ${PAYOUT_VALUES("b")} END AS before,
              ${PAYOUT_VALUES("p")} AS after),
  told AS (
  INSERT INTO pagoefectivo_payout_change
    (id, provider_id, payout_id, currency_code, at, changed_by, source, file_id, line_number, note,
     before, after)
  SELECT change_id, provider_id, payout_id, currency_code, now(), :by, :source, :fileId,
         line_number, :note, before, after
  FROM changed
  RETURNING before IS NULL AS is_new)
  ${COUNT_TOLD}`

/**
 * Enters what the bank received, within the caller's transaction. What stood there before is kept in
 * the payout's history; the same again changes nothing.
 */
export async function enterDeposits(
  trx: SqlConnection,
  deposits: BankDeposit[],
  origin: DepositOrigin,
): Promise<AppliedRows> {
  const pieces = inPieces(inOrder(deposits))
  for (const piece of pieces) await trx.raw(LOCK, { deposits: asJson(piece, origin) })
  // The next statements are planned before the database would count by itself.
  if (deposits.length > LIMITS.analyzeFromRows) await trx.raw("ANALYZE pagoefectivo_payout")
  const { by, source, fileId = null, note = null } = origin
  const sum: ToldRows = { told: 0, news: 0 }
  for (const piece of pieces) {
    const entered = { deposits: asJson(piece, origin), by, source, fileId, note }
    const { rows } = await trx.raw<{ rows: [ToldRows] }>(ENTER, entered as never)
    sum.told += rows[0].told
    sum.news += rows[0].news
  }
  return appliedRows(sum, deposits.length)
}

export interface ToldRows {
  told: number
  news: number
}

export function appliedRows({ told, news }: ToldRows, rows: number): AppliedRows {
  return { new_count: news, changed_count: told - news, unchanged_count: rows - told }
}

/** Those of `deposits` that would replace a deposit whose accounts are closed. */
export async function closedDeposits<Deposit extends BankDeposit>(
  trx: SqlConnection,
  deposits: Deposit[],
  origin: Pick<DepositOrigin, "providerId">,
): Promise<Deposit[]> {
  const closed: Deposit[] = []
  for (const piece of inPieces(deposits)) {
    const { rows } = await trx.raw<{ rows: Pick<BankDeposit, "payoutId" | "currencyCode">[] }>(
      CLOSED,
      { deposits: asJson(piece, origin) },
    )
    const keys = new Set(rows.map(keyOf))
    closed.push(...piece.filter((deposit) => keys.has(keyOf(deposit))))
  }
  return closed
}

/** Two imports that lock rows in one order never wait for each other. */
function inOrder(deposits: BankDeposit[]): BankDeposit[] {
  return [...deposits].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

function keyOf({ payoutId, currencyCode }: Pick<BankDeposit, "payoutId" | "currencyCode">): string {
  return `${currencyCode} ${payoutId}`
}

/** Ids of one batch are counted: making one costs a fifth of a millisecond. */
function asJson(
  deposits: BankDeposit[],
  { providerId }: Pick<DepositOrigin, "providerId">,
): string {
  const batch = generateEntityId("", "")
  const columns = deposits.map((deposit, at) => ({
    id: `pepay_${batch}${at}`,
    change_id: `pepch_${batch}${at}`,
    provider_id: providerId,
    payout_id: deposit.payoutId,
    currency_code: deposit.currencyCode,
    declared_total_centimos: deposit.declaredTotalCentimos,
    bank_deposit_centimos: deposit.bankDepositCentimos,
    bank_deposited_at: deposit.bankDepositedAt,
    bank_reference: deposit.bankReference,
    line_number: deposit.lineNumber ?? null,
  }))
  return JSON.stringify(columns)
}
