import type { AdminCase } from "../../http-types"

/** The open case below this one in the list that a person works through; null after the last. */
export function nextOpen(rows: Pick<AdminCase, "id" | "status">[], id: string): string | null {
  const at = rows.findIndex((row) => row.id === id)
  if (at < 0) return null
  return rows.slice(at + 1).find(({ status }) => status === "open")?.id ?? null
}
