import { generateEntityId } from "@medusajs/framework/utils"
import { RELEASE_FORMATS, type ReportedPayout } from "../../../settlement"
import { PAYOUT_VALUES } from "./deposits"
import { MODULE_LIMITS as LIMITS } from "../limits"
import type { SqlConnection } from "../sql/connection"

/**
 * The lines of a payout are those that became free since the last one, if they add up to it exactly. An
 * account that is not emptied, or that sells otherwise too, has payouts without lines.
 */
const PAYOUT_LINES = `
  WITH free AS (
    SELECT array_agg(l.id) AS ids,
           sum(coalesce(l.net_centimos, l.amount_centimos - coalesce(l.fee_centimos, 0))) AS net
    FROM pagoefectivo_settlement_report r
    JOIN pagoefectivo_settlement_line l ON l.report_id = r.id AND l.deleted_at IS NULL
    WHERE (r.id = :reportId OR r.format = ANY(:formats::text[])) AND r.deleted_at IS NULL
      AND l.provider_id = :providerId AND l.payout_id IS NULL AND l.credited_at <= :at
      AND coalesce(l.settlement_currency_code, l.currency_code) = :currency)
  UPDATE pagoefectivo_settlement_line line
  SET payout_id = :payoutId, updated_at = now()
  FROM free WHERE free.net = :amount AND line.id = ANY(free.ids)
  RETURNING line.report_id`

const LOCK_PAYOUT = `
  INSERT INTO pagoefectivo_payout AS known (id, provider_id, payout_id, currency_code)
  VALUES (:id, :providerId, :payoutId, :currency)
  ON CONFLICT (payout_id, currency_code, provider_id) WHERE deleted_at IS NULL
    DO UPDATE SET updated_at = known.updated_at`

/** What was known before stays in the payout's history. */
const PAYOUT = `
  WITH before AS (
    SELECT * FROM pagoefectivo_payout
    WHERE payout_id = :payoutId AND currency_code = :currency AND provider_id = :providerId
      AND deleted_at IS NULL),
  told AS (
    UPDATE pagoefectivo_payout p
    SET declared_total_centimos = :amount, reported_at = coalesce(p.reported_at, now()),
        reported_by = :reportId, updated_at = now()
    FROM before WHERE p.id = before.id
    RETURNING p.*),
  noted AS (
    INSERT INTO pagoefectivo_payout_change
      (id, provider_id, payout_id, currency_code, at, changed_by, source, file_id, before, after)
    SELECT :changeId, told.provider_id, told.payout_id, told.currency_code, now(), 'system', 'report',
           :reportId, ${PAYOUT_VALUES("before")}, ${PAYOUT_VALUES("told")}
    FROM before JOIN told USING (id)
    WHERE before.declared_total_centimos IS DISTINCT FROM told.declared_total_centimos
      AND (before.declared_total_centimos IS NOT NULL OR before.bank_deposit_centimos IS NOT NULL))
  SELECT reported_at IS NULL AS is_new FROM before`

/**
 * Payouts that the report itself tells of, oldest first; each once, however often it is reported.
 * @returns earlier reports some of whose lines now belong to a payout
 */
export async function keepPayouts(
  trx: SqlConnection,
  { reportId, providerId }: { reportId: string; providerId: string },
  payouts: readonly ReportedPayout[],
): Promise<string[]> {
  const touched = new Set<string>()
  for (const { payoutId, amountCentimos, currency, at } of payouts) {
    if (amountCentimos > LIMITS.maxCentimos) continue
    const facts = { providerId, payoutId, currency: currency.toLowerCase(), amount: amountCentimos }
    await trx.raw(LOCK_PAYOUT, { id: generateEntityId("", "pepay"), ...facts })
    const { rows } = await trx.raw<{ rows: { is_new: boolean }[] }>(PAYOUT, {
      changeId: generateEntityId("", "pepch"),
      reportId,
      ...facts,
    })
    if (!rows[0]?.is_new || at === null) continue
    const assigned = await trx.raw<{ rows: { report_id: string }[] }>(PAYOUT_LINES, {
      ...facts,
      at,
      reportId,
      formats: `{${RELEASE_FORMATS.join(",")}}`,
    })
    for (const { report_id } of assigned.rows) touched.add(report_id)
  }
  touched.delete(reportId)
  return [...touched]
}
