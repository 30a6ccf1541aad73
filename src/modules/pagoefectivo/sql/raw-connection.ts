import type { SqlConnection } from "./connection"

/** The driver's own connection, for what knex has no words for. */
export interface RawConnection {
  /** Hands the driver a query that speaks the protocol itself, such as a `COPY`, and gives it back. */
  query<Query extends object>(query: Query): Query
}

/** The connection on which a transaction runs. It stays the transaction's: it is never released here. */
export async function rawConnectionOf(transaction: SqlConnection): Promise<RawConnection> {
  return (await transaction.client.acquireConnection()) as RawConnection
}
