import type { StageRequest } from "./messages"
import type { RowCounts } from "./staged-row"
import { readingBroke, startReading, type Reading } from "./start-reading"

export interface StagedReport {
  /** The id of the format that was recognised or named. */
  format: string
  /** IANA zone in which dates without an offset were read. */
  timeZone: string
  /** Names of a workbook's sheets that were not read. */
  unreadSheets: string[]
  /** The rows as `COPY` takes them, read only as fast as they are taken; at the end what they were. */
  rows: AsyncGenerator<Uint8Array, RowCounts, undefined>
  /** Ends the reading, whether or not `rows` was taken to its end. */
  close: () => Promise<void>
}

/**
 * Reads a report in a thread of its own, see `startReading`.
 * @throws ReportError when the file as a whole can't be read, also later from `rows`.
 */
export async function stageReport(report: Omit<StageRequest, "kind">): Promise<StagedReport> {
  const reading = startReading({ kind: "report", ...report })
  try {
    const opened = await reading.next()
    if (opened.kind !== "opened") throw readingBroke(`began with "${opened.kind}"`)
    const { format, timeZone, unreadSheets } = opened
    return { format, timeZone, unreadSheets, rows: rowsOf(reading), close: reading.close }
  } catch (error) {
    await reading.close()
    throw error
  }
}

async function* rowsOf({ next, taken }: Reading): AsyncGenerator<Uint8Array, RowCounts, undefined> {
  for (;;) {
    const message = await next()
    if (message.kind === "read") return message.counts
    if (message.kind !== "rows") throw readingBroke(`said "${message.kind}" twice`)
    yield message.bytes
    taken()
  }
}
