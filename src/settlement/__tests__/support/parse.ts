import { parseReport, type ParseReportInput, type ReportEvent } from "../.."

export const NOW = new Date("2026-11-01T00:00:00Z")

export const STANDARD_HEADER =
  "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,type,payout_id"

export type ParseOptions = Partial<Omit<ParseReportInput, "source">>

export async function parse(
  source: string | Buffer | AsyncIterable<Buffer>,
  options: ParseOptions = {},
): Promise<ReportEvent[]> {
  const bytes = typeof source === "string" ? Buffer.from(source) : source
  const events: ReportEvent[] = []
  const input = { source: bytes, filename: "report.csv", now: NOW, ...options }
  for await (const event of parseReport(input)) events.push(event)
  return events
}

export function linesOf(events: ReportEvent[]) {
  return events.flatMap((event) => (event.kind === "line" ? [event.line] : []))
}

export function quarantineOf(events: ReportEvent[]) {
  return events.flatMap((event) => (event.kind === "quarantined" ? [event.row] : []))
}

export function ignoredOf(events: ReportEvent[]) {
  return events.flatMap((event) =>
    event.kind === "ignored" ? [[event.lineNumber, event.why] as const] : [],
  )
}

/** A row of `standard_csv` with some cells replaced. */
export function standardRow(cells: Partial<Record<string, string>> = {}): string {
  const whole: Record<string, string> = {
    external_reference: "payses_01",
    payment_id: "2523136",
    status: "settled",
    amount: "69.90",
    currency: "PEN",
    fee: "2.89",
    net: "67.01",
    date_created: "2026-10-07T12:00:00-05:00",
    date_credited: "2026-10-09T12:00:00-05:00",
    type: "payment",
    payout_id: "PO-1",
    ...cells,
  }
  return STANDARD_HEADER.split(",")
    .map((column) => whole[column] ?? "")
    .join(",")
}

export function standardReport(...rows: string[]): string {
  return [STANDARD_HEADER, ...rows, ""].join("\n")
}
