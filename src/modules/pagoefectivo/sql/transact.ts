import type { SqlConnection } from "./connection"

/** Runs `work` in one transaction. A dry run does everything, and takes it all back. */
export async function transact<Result>(
  sql: SqlConnection,
  dryRun: boolean,
  work: (trx: SqlConnection) => Promise<Result>,
): Promise<Result> {
  const trx = await sql.transaction()
  try {
    const result = await work(trx)
    await (dryRun ? trx.rollback() : trx.commit())
    return result
  } catch (error) {
    if (!trx.isCompleted()) await trx.rollback()
    throw error
  }
}
