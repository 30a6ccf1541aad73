import { setImmediate as giveWay } from "node:timers/promises"
import type { TableContent } from "../../../../settlement"
import type { PayerRequest, TableRowKinds } from "./messages"
import { readingBroke, startReading } from "./start-reading"

/**
 * Reads a merchant's table in a thread of its own.
 * @throws ReportError when the file as a whole can't be read
 */
export async function readTableAside<Kind extends keyof TableRowKinds>(
  kind: Kind,
  path: string,
): Promise<TableContent<TableRowKinds[Kind]>> {
  const reading = startReading({ kind, path })
  const content: TableContent<unknown> = {
    rows: [],
    quarantined: [],
    ignored: 0,
    unreadSheets: [],
  }
  try {
    for (;;) {
      const message = await reading.next()
      if (message.kind === "table") {
        const { ignored, unreadSheets } = message
        return { ...content, ignored, unreadSheets } as TableContent<TableRowKinds[Kind]>
      }
      if (message.kind !== "some") throw readingBroke(`said "${message.kind}" of a table`)
      content.rows.push(...message.rows)
      content.quarantined.push(...message.quarantined)
      // Requests have their turn between two pieces.
      await giveWay()
      reading.taken()
    }
  } finally {
    await reading.close()
  }
}

/**
 * The payer's name in one row of a report, read in a thread of its own.
 * @throws ReportError when the file can't be read
 */
export async function readPayerAside(question: Omit<PayerRequest, "kind">): Promise<string | null> {
  const reading = startReading({ kind: "payer", ...question })
  try {
    const message = await reading.next()
    if (message.kind !== "payer") throw readingBroke(`said "${message.kind}" of a payer`)
    return message.name
  } finally {
    await reading.close()
  }
}
