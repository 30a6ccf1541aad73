import { onDatabase } from "./database-server"
import { Shopper, type Cart } from "./shopper"
import type { StoreProcess } from "./start-store"

/** As many as the spec with the most orders places; the next shopper fills a cart as usual. */
const CARTS = 48

/**
 * Carts that were filled at the Store API when the template database was made, with what a shopper
 * without wishes takes. Filling one is two thirds of the work of placing an order.
 */
export async function fillShelf(databaseUrl: string, store: StoreProcess): Promise<void> {
  const shopper = new Shopper({ url: store.url, shop: store.shop })
  await onDatabase(databaseUrl, async (client) => {
    await client.query(
      "CREATE TABLE test_cart_shelf (id text PRIMARY KEY, total numeric, region_id text)",
    )
    for (let filled = 0; filled < CARTS; filled++) {
      const { id, total } = await shopper.fillCart()
      const values = [id, total, store.shop.regionId]
      await client.query("INSERT INTO test_cart_shelf VALUES ($1, $2, $3)", values)
    }
  })
}

/** Takes one for good; undefined when none is left, or none of this region. */
export function takeCart(databaseUrl: string, regionId: string): Promise<Cart | undefined> {
  return onDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string; total: string }>(
      `DELETE FROM test_cart_shelf WHERE id = (
         SELECT id FROM test_cart_shelf WHERE region_id = $1 LIMIT 1 FOR UPDATE SKIP LOCKED
       ) RETURNING id, total`,
      [regionId],
    )
    return rows[0] && { id: rows[0].id, total: Number(rows[0].total) }
  })
}
