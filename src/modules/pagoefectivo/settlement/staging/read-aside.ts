import type { TableContent } from "../../../../settlement"
import type { PayerRequest, ReadingRequest, TableRowKinds } from "./messages"
import { readingBroke, startReading } from "./start-reading"

/**
 * Reads a merchant's table in a thread of its own.
 * @throws ReportError when the file as a whole can't be read
 */
export function readTableAside<Kind extends keyof TableRowKinds>(
  kind: Kind,
  path: string,
): Promise<TableContent<TableRowKinds[Kind]>> {
  return answerTo({ kind, path })
}

/**
 * The payer's name in one row of a report, read in a thread of its own.
 * @throws ReportError when the file can't be read
 */
export function readPayerAside(question: Omit<PayerRequest, "kind">): Promise<string | null> {
  return answerTo({ kind: "payer", ...question })
}

async function answerTo<Answer>(request: ReadingRequest): Promise<Answer> {
  const reading = startReading(request)
  try {
    const message = await reading.next()
    if (message.kind !== "answer") throw readingBroke(`answered "${message.kind}"`)
    return message.value as Answer
  } finally {
    await reading.close()
  }
}
