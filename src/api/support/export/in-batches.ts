import { API_LIMITS as LIMITS } from "../limits"

type Filters = Record<string, unknown>
interface BatchOptions {
  order: Record<string, "ASC">
  take: number
}

/**
 * All rows that a filter finds, in batches by id, so that memory stays flat however many there are and
 * a row that comes or goes meanwhile shifts no other.
 */
export async function* inBatches<Row extends { id: string }>(
  read: (filters: Filters, options: BatchOptions) => Promise<Row[]>,
  filters: Filters,
): AsyncGenerator<Row[]> {
  let after = ""
  for (;;) {
    const batch = await read(
      { $and: [filters, { id: { $gt: after } }] },
      { order: { id: "ASC" }, take: LIMITS.exportBatch },
    )
    const last = batch.at(-1)
    if (!last) return
    after = last.id
    yield batch
    if (batch.length < LIMITS.exportBatch) return
  }
}

/** The same of a list that can only be turned page by page. */
export async function* inPages<Row>(
  read: (page: { take: number; skip: number }) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let skip = 0; ; skip += LIMITS.exportBatch) {
    const rows = await read({ take: LIMITS.exportBatch, skip })
    if (rows.length > 0) yield rows
    if (rows.length < LIMITS.exportBatch) return
  }
}

/** Each batch as what is exported of it. */
export async function* mapBatches<Row, Shown>(
  batches: AsyncIterable<Row[]>,
  show: (rows: Row[]) => Promise<Shown[]>,
): AsyncGenerator<Shown[]> {
  for await (const rows of batches) yield await show(rows)
}
