import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminCaseChanges, AdminReconciliation } from "../../../../../http-types"
import type { ReconciliationRow } from "../../../../../modules/pagoefectivo"
import type { ExportTable } from "../../../../support/export/export-table"
import { loadPeople, personName } from "../../../../support/export/load-names"
import type { ExportWords } from "../../../../support/export/words"
import { presentReconciliation } from "../present-reconciliation"

interface RunExportRow {
  shown: AdminReconciliation
  people: Map<string, string>
}

export async function loadRunRows(
  container: MedusaContainer,
  rows: ReconciliationRow[],
): Promise<RunExportRow[]> {
  const people = await loadPeople(
    container,
    rows.map(({ actor }) => actor),
  )
  return rows.map((row) => ({ shown: presentReconciliation(row), people }))
}

export const RUN_TABLE: ExportTable<RunExportRow, AdminReconciliation> = {
  subject: "runs",
  rawOf: ({ shown }) => shown,
  raw: [
    { name: "id", width: 32 },
    { name: "status", width: 12 },
    { name: "trigger", width: 12 },
    { name: "actor", width: 32 },
    { name: "from", width: 12 },
    { name: "to", width: 12 },
    { name: "vouchers_count", width: 10 },
    { name: "lines_count", width: 10 },
    { name: "counts", width: 40 },
    { name: "sums", width: 40 },
    { name: "changes", width: 40 },
    { name: "started_at", width: 24 },
    { name: "finished_at", width: 24 },
    { name: "duration_seconds", width: 10 },
    { name: "error", width: 40 },
  ],
  inWords: [
    { name: "started", kind: "moment", value: ({ shown }) => shown.started_at },
    { name: "finished", kind: "moment", value: ({ shown }) => shown.finished_at },
    {
      name: "status",
      width: 12,
      value: ({ shown }, words) => words.of("run_status", shown.status),
    },
    {
      name: "trigger",
      width: 14,
      value: ({ shown }, words) => words.of("run_trigger", shown.trigger),
    },
    {
      name: "started_by",
      value: ({ shown, people }, words) => personName(people, shown.actor, words),
    },
    { name: "from", kind: "day", value: ({ shown }) => shown.from },
    { name: "to", kind: "day", value: ({ shown }) => shown.to },
    { name: "codes", kind: "count", value: ({ shown }) => shown.vouchers_count },
    { name: "lines", kind: "count", value: ({ shown }) => shown.lines_count },
    { name: "found", width: 60, value: ({ shown }, words) => foundText(shown.counts, words) },
    { name: "new_cases", kind: "count", value: ({ shown }) => changed(shown, "opened") },
    { name: "reopened_cases", kind: "count", value: ({ shown }) => changed(shown, "reopened") },
    { name: "healed_cases", kind: "count", value: ({ shown }) => changed(shown, "healed") },
    {
      name: "captured_payments",
      kind: "count",
      value: ({ shown }) => shown.changes?.captured ?? null,
    },
    { name: "error", width: 40, value: ({ shown }) => shown.error },
  ],
}

function foundText(counts: AdminReconciliation["counts"], words: ExportWords): string {
  return Object.entries(counts)
    .map(([reason, count]) => words.found(reason, Number(count)))
    .join("; ")
}

function changed({ changes }: AdminReconciliation, what: keyof AdminCaseChanges): number | null {
  if (!changes) return null
  return Object.values(changes.cases).reduce((sum, one) => sum + one[what], 0)
}
