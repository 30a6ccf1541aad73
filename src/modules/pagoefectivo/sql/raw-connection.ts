import type { Submittable } from "pg"
import type { SqlConnection } from "./connection"

/** The driver's own connection, for what knex has no words for. */
export interface RawConnection {
  query<S extends Submittable>(submittable: S): S
}

/** The connection on which a transaction runs. It stays the transaction's: it is never released here. */
export async function rawConnectionOf(transaction: SqlConnection): Promise<RawConnection> {
  return (await transaction.client.acquireConnection()) as RawConnection
}
