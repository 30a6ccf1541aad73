import type { TestDatabase } from "../../support/database"

/** Enough for every order that a campaign can place. */
const AMPLE_STOCK = 1_000_000

/** No order of a campaign fails for want of stock. */
export async function fillShelves(database: TestDatabase): Promise<void> {
  await database.query(
    `UPDATE inventory_level SET stocked_quantity = $1::numeric,
            raw_stocked_quantity = jsonb_build_object('value', $1::text, 'precision', 20)`,
    [AMPLE_STOCK],
  )
}

/** Moves deadlines so far back that the grace is over too. */
export async function passGrace(database: TestDatabase, voucherIds: string[]): Promise<void> {
  await database.query(
    `UPDATE pagoefectivo_voucher SET expires_at = now() - interval '61 minutes' WHERE id = ANY($1)`,
    [voucherIds],
  )
}
