import type { MedusaRequest } from "@medusajs/framework/http"

type Order = Record<string, "ASC" | "DESC">

export interface ListOptions {
  skip: number
  take: number
  order: Order
}

/**
 * What a list request asks for, in the module's own terms. `columns` translates answered fields
 * whose column has another name (money: `amount` is stored as `amount_centimos`).
 */
export function listOptions(req: MedusaRequest, columns: Record<string, string> = {}): ListOptions {
  const { skip, take, order } = req.queryConfig.pagination
  const asked = Object.entries((order ?? {}) as Order).map(
    ([field, direction]) => [columns[field] ?? field, direction] as const,
  )
  // The id settles the order of equal values, so that no row falls between two pages.
  return { skip: skip ?? 0, take: take ?? 0, order: { ...Object.fromEntries(asked), id: "DESC" } }
}

/** What a list request asks for, where the module sorts by answered fields itself. */
export function pageOf<Field extends string>(req: MedusaRequest) {
  const { skip = 0, take = 0, order } = req.queryConfig.pagination
  const [asked] = Object.entries((order ?? {}) as Order) as [Field, "ASC" | "DESC"][]
  return {
    limit: take,
    offset: skip,
    order: asked && { by: asked[0], direction: asked[1] },
  }
}

/** Only the fields that `fields` asks for. Typed as the whole row, which it is unless asked otherwise. */
export function pickFields<Row extends object>(req: MedusaRequest, row: Row): Row {
  const wanted = new Set<string>(req.queryConfig.fields)
  return Object.fromEntries(Object.entries(row).filter(([name]) => wanted.has(name))) as Row
}

/** How Medusa reads `fields` and `order` for a list whose answer has these fields. */
export function listConfig(fields: readonly string[]) {
  return { isList: true as const, defaults: [...fields], allowed: [...fields] }
}
