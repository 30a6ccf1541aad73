import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SETUP_LIMITS as LIMITS } from "./limits"

/** Variants on sale; the tables are Medusa's, because its query can't ask for what is not there. */
const ON_SALE = `
  FROM product p
  JOIN product_variant v ON v.product_id = p.id AND v.deleted_at IS NULL
  WHERE p.deleted_at IS NULL AND p.status = 'published'`

const HAS_PRICE = `
  SELECT 1 FROM product_variant_price_set link
  JOIN price ON price.price_set_id = link.price_set_id AND price.deleted_at IS NULL
  WHERE link.variant_id = v.id AND link.deleted_at IS NULL
    AND price.price_list_id IS NULL AND price.currency_code = ?`

export interface CountedVariants {
  /** Variants of published products. */
  total: number
  /** Those of them that have no price in the currency. */
  unpriced: number
}

/** Each at most `maxCountedVariants`. */
export async function countVariants(
  container: MedusaContainer,
  currencyCode: string,
): Promise<CountedVariants> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: { total: string; unpriced: string }[] }>(
      `SELECT (SELECT count(*) FROM (SELECT 1 ${ON_SALE} LIMIT ?) counted) AS total,
              (SELECT count(*) FROM
                (SELECT 1 ${ON_SALE} AND NOT EXISTS (${HAS_PRICE}) LIMIT ?) counted) AS unpriced`,
      [LIMITS.maxCountedVariants, currencyCode, LIMITS.maxCountedVariants],
    )
  return { total: Number(rows[0]?.total), unpriced: Number(rows[0]?.unpriced) }
}

/** Shipping profiles that published products have; delivery has to be offered for each. */
export async function usedShippingProfiles(container: MedusaContainer): Promise<string[]> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: { id: string }[] }>(
      `SELECT profile.id FROM shipping_profile profile
       WHERE profile.deleted_at IS NULL AND EXISTS (
         SELECT 1 FROM product_shipping_profile link
         JOIN product p ON p.id = link.product_id AND p.deleted_at IS NULL AND p.status = 'published'
         WHERE link.shipping_profile_id = profile.id AND link.deleted_at IS NULL)
       ORDER BY profile.id`,
    )
  return rows.map(({ id }) => id)
}

export interface UnpricedVariant {
  id: string
  price_set_id: string
  /** Its price in the other currency, as decimal text. */
  amount: string
}

/**
 * Variants on sale without a price in one currency that have a plain one in another: no price list,
 * no rules, no quantities. A batch, in the order of ids, after one of them.
 */
export async function nextUnpriced(
  container: MedusaContainer,
  { currencyCode, from, after }: { currencyCode: string; from: string; after: string },
): Promise<UnpricedVariant[]> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: UnpricedVariant[] }>(
      `SELECT DISTINCT ON (v.id) v.id, base.price_set_id, base.amount::text AS amount
       FROM product p
       JOIN product_variant v ON v.product_id = p.id AND v.deleted_at IS NULL
       JOIN product_variant_price_set set_link
         ON set_link.variant_id = v.id AND set_link.deleted_at IS NULL
       JOIN price base ON base.price_set_id = set_link.price_set_id AND base.deleted_at IS NULL
         AND base.currency_code = ? AND base.price_list_id IS NULL
         AND base.rules_count = 0 AND base.min_quantity IS NULL AND base.max_quantity IS NULL
       WHERE p.deleted_at IS NULL AND p.status = 'published' AND v.id > ?
         AND NOT EXISTS (${HAS_PRICE})
       ORDER BY v.id LIMIT ?`,
      [from, after, currencyCode, LIMITS.pricesPerBatch],
    )
  return rows
}
