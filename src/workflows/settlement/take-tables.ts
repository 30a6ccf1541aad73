import type { MedusaContainer } from "@medusajs/framework/types"
import { MODULE_LIMITS } from "../../modules/pagoefectivo/limits"
import {
  bankDeposits,
  exchangeRates,
  readTable,
  type TableContent,
  type TableKind,
} from "../../settlement"
import { pagoEfectivo } from "../container"
import { refuseUnreadable } from "./refuse-unreadable"

export interface TableFile {
  /** Where the file is on this machine. It is left there. */
  path: string
  /** An admin user's id. */
  enteredBy: string
  /** Say what would be taken, and change nothing. */
  dryRun: boolean
}

export type TableOutcome = TableContent<unknown>

/**
 * Takes a merchant's table of bank deposits in: its good rows, all at once. The same table again
 * changes nothing.
 * @returns also the payouts that no imported line names: not settled yet, or misspelt.
 * @throws MedusaError (invalid_data) when the file as a whole can't be read.
 */
export async function takeBankDeposits(
  container: MedusaContainer,
  file: TableFile & { providerId: string },
): Promise<TableOutcome & { unknownPayouts: string[] }> {
  const { payouts } = pagoEfectivo(container)
  const { providerId, enteredBy } = file
  const table = await read(file, bankDeposits(MODULE_LIMITS.maxCentimos, new Date()))
  if (!file.dryRun) {
    await payouts.enter(table.rows.map((row) => ({ ...row, providerId, enteredBy })))
  }
  const ids = [...new Set(table.rows.map(({ payoutId }) => payoutId))]
  return { ...table, unknownPayouts: await payouts.withoutLines(providerId, ids) }
}

/**
 * Takes a merchant's table of reference rates in, like deposits. They count from the next run on.
 * @throws MedusaError (invalid_data) when the file as a whole can't be read.
 */
export async function takeExchangeRates(
  container: MedusaContainer,
  file: TableFile,
): Promise<TableOutcome> {
  const table = await read(file, exchangeRates)
  if (!file.dryRun) {
    await pagoEfectivo(container).exchangeRates.enter(table.rows, file.enteredBy)
  }
  return table
}

function read<Column extends string, Row>(
  { path }: TableFile,
  kind: TableKind<Column, Row>,
): Promise<TableContent<Row>> {
  return readTable({ path }, kind).catch(refuseUnreadable)
}
