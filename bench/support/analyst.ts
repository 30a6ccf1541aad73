import { DuckDBInstance } from "@duckdb/node-api"

/**
 * The same month in DuckDB, as an analyst would do it by hand: both files read, joined, and compared
 * by amount, currency, fee and capture. No history, no cases, no due dates.
 */
export async function analyseWithDuckDb(
  reportPath: string,
  vouchersPath: string,
): Promise<{ seconds: number; differences: number }> {
  const instance = await DuckDBInstance.create(":memory:")
  const connection = await instance.connect()
  const started = performance.now()
  await connection.run(
    `CREATE TABLE lines AS SELECT * FROM read_csv('${reportPath}', header = true, types = {
       'payment_id': 'VARCHAR', 'amount': 'DECIMAL(12,2)', 'fee': 'DECIMAL(12,2)',
       'net': 'DECIMAL(12,2)'})`,
  )
  await connection.run(
    `CREATE TABLE vouchers AS SELECT * FROM read_csv('${vouchersPath}', header = true)`,
  )
  const result = await connection.runAndReadAll(
    `SELECT count(*) FROM (
       SELECT v.transaction_code
       FROM vouchers v
       LEFT JOIN lines l ON l.external_reference = v.transaction_code
       GROUP BY v.transaction_code, v.amount, v.captured
       HAVING count(l.amount) <> 1 OR sum(l.amount) <> v.amount OR NOT v.captured
         OR any_value(l.currency) <> 'PEN' OR any_value(l.status) <> 'settled'
         OR any_value(l.net) <> any_value(l.amount) - any_value(l.fee)
       UNION ALL
       SELECT l.external_reference FROM lines l
       ANTI JOIN vouchers v ON l.external_reference = v.transaction_code)`,
  )
  const seconds = (performance.now() - started) / 1_000
  connection.closeSync()
  return { seconds, differences: Number(result.getRows()[0]?.[0]) }
}
