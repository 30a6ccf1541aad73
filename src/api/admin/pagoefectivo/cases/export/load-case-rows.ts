import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminCase, AdminCaseLine } from "../../../../../http-types"
import type { CaseRow } from "../../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../../workflows/container"
import {
  loadCodeNames,
  loadOrderNames,
  loadPeople,
  loadReportNames,
} from "../../../../support/export/load-names"
import { presentCase } from "../present-case"

/** A case with what people know its links by. */
export interface CaseExportRow {
  shown: AdminCase & { last_note: string | null }
  shopper: string | null
  line: Pick<AdminCaseLine, "filename" | "line_number"> | null
  people: Map<string, string>
}

/** Names of a batch of cases, in one question for each kind. */
export async function loadCaseRows(
  container: MedusaContainer,
  rows: CaseRow[],
): Promise<CaseExportRow[]> {
  const [orders, codes, notes, lines, people] = await Promise.all([
    loadOrderNames(
      container,
      rows.map(({ order_id }) => order_id),
    ),
    loadCodeNames(
      container,
      rows.map(({ voucher_id }) => voucher_id),
    ),
    lastNotes(container, rows),
    reportRows(container, rows),
    loadPeople(
      container,
      rows.flatMap(({ resolved_by, assigned_to }) => [resolved_by, assigned_to]),
    ),
  ])
  const context = {
    cips: new Map([...codes].map(([id, { cip }]) => [id, cip])),
    orderNumbers: new Map([...orders].map(([id, { number }]) => [id, number])),
  }
  return rows.map((row) => ({
    shown: { ...presentCase(row, context), last_note: notes.get(row.id) ?? null },
    shopper:
      orders.get(row.order_id ?? "")?.shopper ?? codes.get(row.voucher_id ?? "")?.shopper ?? null,
    line: lines.get(row.line_id ?? "") ?? null,
    people,
  }))
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

/** Files and rows by line id, also of lines that were withdrawn: a case is about them. */
async function reportRows(
  container: MedusaContainer,
  rows: CaseRow[],
): Promise<Map<string, { filename: string; line_number: number }>> {
  const id = [...new Set(rows.flatMap(({ line_id }) => line_id ?? []))]
  if (id.length === 0) return new Map()
  const lines = await pagoEfectivo(container).listSettlementLines(
    { id },
    { select: ["id", "report_id", "line_number"], take: id.length, withDeleted: true },
  )
  const files = await loadReportNames(
    container,
    lines.map(({ report_id }) => report_id),
  )
  return new Map(
    lines.map(({ id, report_id, line_number }) => [
      id,
      { filename: files.get(report_id) ?? "", line_number },
    ]),
  )
}
