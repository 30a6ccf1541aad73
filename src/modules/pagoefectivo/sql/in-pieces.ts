import { MODULE_LIMITS as LIMITS } from "../limits"

/** Rows in parts that the store's thread has done with before a shopper notices. */
export function inPieces<Row>(rows: readonly Row[], size: number = LIMITS.rowsPerPiece): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}
