import type { ExportTable } from "../../../../support/export/export-table"
import { personName } from "../../../../support/export/load-names"
import { comparedText } from "./compared-text"
import type { CaseExportRow } from "./load-case-rows"

export const CASE_TABLE: ExportTable<CaseExportRow, CaseExportRow["shown"]> = {
  subject: "cases",
  rawOf: ({ shown }) => shown,
  raw: [
    { name: "id", width: 32 },
    { name: "reason", width: 20 },
    { name: "detail", width: 20 },
    { name: "status", width: 10 },
    { name: "amount_at_risk", width: 14, kind: "money" },
    { name: "currency_code", width: 8 },
    { name: "cip", width: 16 },
    { name: "order_display_id", width: 10 },
    { name: "order_id", width: 32 },
    { name: "voucher_id", width: 32 },
    { name: "expected", width: 40 },
    { name: "actual", width: 40 },
    { name: "opened_at", width: 24 },
    { name: "resolution", width: 18 },
    { name: "resolved_at", width: 24 },
    { name: "resolved_by", width: 32 },
    { name: "assigned_to", width: 32 },
    { name: "claimed_on", width: 12 },
    { name: "answer_due", width: 12 },
    { name: "claim_reference", width: 24 },
    { name: "returned_amount", width: 14, kind: "money" },
    { name: "last_note", width: 60 },
  ],
  inWords: [
    {
      name: "reason",
      width: 30,
      value: ({ shown }, words) => words.of("reason_title", shown.reason),
    },
    {
      name: "detail",
      width: 40,
      value: ({ shown }, words) => words.of("case_detail", shown.detail),
    },
    {
      name: "status",
      width: 12,
      value: ({ shown }, words) => words.of("case_status", shown.status),
    },
    { name: "at_risk", kind: "money", value: ({ shown }) => shown.amount_at_risk },
    { name: "currency", width: 8, value: ({ shown }) => shown.currency_code.toUpperCase() },
    { name: "cip", width: 16, value: ({ shown }) => shown.cip },
    { name: "order", kind: "count", value: ({ shown }) => shown.order_display_id },
    { name: "shopper", value: ({ shopper }) => shopper },
    { name: "payout", width: 16, value: ({ shown }) => shown.payout_id },
    { name: "report", value: ({ line }) => line?.filename ?? null },
    { name: "report_row", kind: "count", value: ({ line }) => line?.line_number ?? null },
    {
      name: "expected",
      width: 40,
      value: ({ shown }, words) => comparedText(shown.expected, words),
    },
    { name: "actual", width: 40, value: ({ shown }, words) => comparedText(shown.actual, words) },
    { name: "opened", kind: "day", value: ({ shown }) => shown.opened_at },
    {
      name: "resolution",
      value: ({ shown }, words) =>
        words.of(shown.resolution === "healed" ? "resolution" : "case_action", shown.resolution),
    },
    { name: "resolved", kind: "day", value: ({ shown }) => shown.resolved_at },
    {
      name: "resolved_by",
      value: ({ shown, people }, words) => personName(people, shown.resolved_by, words),
    },
    {
      name: "owner",
      value: ({ shown, people }, words) => personName(people, shown.assigned_to, words),
    },
    { name: "claimed_on", kind: "day", value: ({ shown }) => shown.claimed_on },
    { name: "answer_due", kind: "day", value: ({ shown }) => shown.answer_due },
    { name: "claim_reference", width: 20, value: ({ shown }) => shown.claim_reference },
    { name: "returned", kind: "money", value: ({ shown }) => shown.returned_amount },
    { name: "last_note", width: 60, value: ({ shown }) => shown.last_note },
  ],
}
