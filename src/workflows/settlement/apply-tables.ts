import type { MedusaContainer } from "@medusajs/framework/types"
import type { BankDeposit, RefusedRow } from "../../modules/pagoefectivo"
import { closedDeposits, enterDeposits } from "../../modules/pagoefectivo/payouts/deposits"
import { enterRates } from "../../modules/pagoefectivo/settlement/exchange-rates"
import type { BankDepositRow, ExchangeRateRow } from "../../settlement"
import { pagoEfectivo } from "../container"
import { importTable, type TableFile, type TableImport } from "./import-table"

/**
 * Takes a merchant's table of bank deposits in. A deposit that differs from the one before replaces
 * it, and the payout's history keeps both.
 * @returns also the payouts that no report has told of: not settled yet, or misspelt.
 * @throws ReportError when the file as a whole can't be read.
 */
export async function applyBankDeposits(
  container: MedusaContainer,
  file: TableFile & { providerId: string },
): Promise<TableImport<BankDepositRow> & { unknownPayouts: string[] }> {
  const { providerId } = file
  const result = await importTable(container, file, {
    kind: "bank_deposits",
    providerId,
    apply: async (trx, rows, origin) => {
      const from = { ...origin, providerId, source: "file" as const }
      const closed = new Set(origin.note ? [] : await closedDeposits(trx, rows, from))
      const open = rows.filter((row) => !closed.has(row))
      const applied = await enterDeposits(trx, open, from)
      return { applied, refused: [...closed].map(refuseSilentChange) }
    },
  })
  const ids = [...new Set(result.content.rows.map(({ payoutId }) => payoutId))]
  const unknownPayouts = await pagoEfectivo(container).payouts.unreported(providerId, ids)
  return { ...result, unknownPayouts }
}

/**
 * Takes a merchant's table of reference rates in, like deposits. They count from the next run on.
 * @throws ReportError when the file as a whole can't be read.
 */
export function applyExchangeRates(
  container: MedusaContainer,
  file: TableFile,
): Promise<TableImport<ExchangeRateRow>> {
  return importTable(container, file, {
    kind: "exchange_rates",
    providerId: "",
    apply: async (trx, rows, origin) => ({ applied: await enterRates(trx, rows, origin) }),
  })
}

function refuseSilentChange({
  payoutId,
  lineNumber,
}: BankDeposit & { lineNumber: number }): RefusedRow {
  return { lineNumber, reason: { code: "deposit_closed", values: { payout: payoutId } } }
}
