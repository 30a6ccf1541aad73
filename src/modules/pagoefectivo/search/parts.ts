import type { SqlConnection } from "../sql/connection"
import type { Found, SearchMeaning } from "./search-terms"

/** One meaning of the text, with the statement that looks for it. */
export interface Part {
  by: SearchMeaning
  /** From `FROM` on, with its own limit. */
  sql: string
  values: Record<string, string | number>
}

export function part(by: SearchMeaning, sql: string, values: Part["values"]): Part {
  return { by, sql, values }
}

/** All parts in one question; what several of them find counts for the first. */
export async function runParts(
  sql: SqlConnection,
  id: string,
  parts: Part[],
  limit: number,
): Promise<Found[]> {
  if (parts.length === 0) return []
  const values: Record<string, string | number> = { limit }
  const selects = parts.map(({ by, sql: rest, values: own }, place) => {
    const named = rest.replace(/:(\w+)/g, (whole, name: string) => {
      const value = own[name]
      if (value === undefined) return whole
      values[`${name}_${place}`] = value
      return `:${name}_${place}`
    })
    return `(SELECT ${place} AS place, '${by}' AS by, ${id} AS id ${named})`
  })
  const { rows } = await sql.raw<{ rows: (Found & { place: number })[] }>(
    `SELECT place, by, id FROM (${selects.join(" UNION ALL ")}) found ORDER BY place, id DESC`,
    values as never,
  )
  const first = new Map<string, Found>()
  for (const { by, id: found } of rows) if (!first.has(found)) first.set(found, { id: found, by })
  return [...first.values()].slice(0, limit)
}
