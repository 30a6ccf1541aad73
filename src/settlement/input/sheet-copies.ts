import type { ReportEvent } from "../settlement-line"
import { placeInSheet } from "./sheet"

/**
 * Rows that stand in several sheets of one workbook are the same rows, as if each sheet were a file
 * of its own: people keep copies and selections beside their data.
 */
export class SheetCopies {
  private readonly before = new Map<string, number>()
  private here = new Map<string, number>()

  nextSheet(): void {
    for (const [fingerprint, count] of this.here) {
      this.before.set(fingerprint, Math.max(count, this.before.get(fingerprint) ?? 0))
    }
    this.here = new Map()
  }

  seen(event: ReportEvent, sheet: string): ReportEvent {
    if (event.kind === "quarantined") {
      const column = placeInSheet(sheet, event.row.column)
      return { ...event, row: { ...event.row, column } }
    }
    if (event.kind === "ignored") return event
    const { fingerprint, lineNumber } = event.line
    const count = (this.here.get(fingerprint) ?? 0) + 1
    this.here.set(fingerprint, count)
    return count > (this.before.get(fingerprint) ?? 0)
      ? event
      : { kind: "ignored", lineNumber, why: "other_sheet" }
  }
}
