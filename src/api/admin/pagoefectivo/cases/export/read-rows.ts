import type { MedusaContainer } from "@medusajs/framework/types"
import type { CaseRow } from "../../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../../workflows/container"
import { API_LIMITS as LIMITS } from "../../../../support/limits"
import { loadCaseContext } from "../load-case-context"
import { presentCase, type CaseContext } from "../present-case"
import { EXPORT_COLUMNS, type ExportRow } from "./columns"

/** Cases as rows of text, in batches by id, so that memory stays flat however many there are. */
export async function* readRows(
  container: MedusaContainer,
  filters: Record<string, unknown>,
): AsyncGenerator<ExportRow[]> {
  const service = pagoEfectivo(container)
  let after = ""
  for (;;) {
    const batch: CaseRow[] = await service.listCases(
      { $and: [filters, { id: { $gt: after } }] },
      { order: { id: "ASC" }, take: LIMITS.exportBatch },
    )
    const last = batch.at(-1)
    if (!last) return
    after = last.id
    const [context, notes] = await Promise.all([
      loadCaseContext(container, batch),
      lastNotes(container, batch),
    ])
    yield batch.map((row) => toRow(row, context, notes))
    if (batch.length < LIMITS.exportBatch) return
  }
}

async function lastNotes(
  container: MedusaContainer,
  rows: CaseRow[],
): Promise<Map<string, string>> {
  const events = await pagoEfectivo(container).listCaseEvents(
    { case_id: rows.map(({ id }) => id), note: { $ne: null } },
    { select: ["case_id", "note", "at"], order: { at: "ASC", id: "ASC" } },
  )
  return new Map(events.map(({ case_id, note }) => [case_id, note ?? ""]))
}

function toRow(row: CaseRow, context: CaseContext, notes: Map<string, string>): ExportRow {
  const shown = { ...presentCase(row, context), last_note: notes.get(row.id) ?? null }
  return Object.fromEntries(
    EXPORT_COLUMNS.map(({ name }) => [name, cellText(shown[name])]),
  ) as ExportRow
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ""
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}
