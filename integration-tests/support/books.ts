import type { TestDatabase } from "./database"

/** What the platform has written down about the money of one order. */
export interface Books {
  payments: number
  captures: number
  transactions: number
}

/** Counts the rows themselves: a second capture must not hide behind a correct total. */
export async function booksOf(database: TestDatabase, orderId: string): Promise<Books> {
  const [row] = await database.query<Record<keyof Books, string>>(
    `SELECT (SELECT count(*) FROM payment
               JOIN order_payment_collection USING (payment_collection_id)
              WHERE order_id = $1) AS payments,
            (SELECT count(*) FROM capture
               JOIN payment ON payment.id = capture.payment_id
               JOIN order_payment_collection USING (payment_collection_id)
              WHERE order_id = $1) AS captures,
            (SELECT count(*) FROM order_transaction WHERE order_id = $1) AS transactions`,
    [orderId],
  )
  return {
    payments: Number(row?.payments),
    captures: Number(row?.captures),
    transactions: Number(row?.transactions),
  }
}
