import { once } from "node:events"
import os from "node:os"
import { parentPort, workerData, type MessagePort } from "node:worker_threads"
import { ReportError } from "../../../../settlement/errors"
import { customFormat } from "../../../../settlement/formats/custom-format"
import { openReport } from "../../../../settlement/parse-report"
import { readPayer } from "../../../../settlement/read-payer"
import { bankDeposits } from "../../../../settlement/tables/bank-deposits"
import { exchangeRates } from "../../../../settlement/tables/exchange-rates"
import { readTable } from "../../../../settlement/tables/read-table"
import { MODULE_LIMITS as LIMITS } from "../../limits"
import {
  PIECES_AHEAD,
  type ReadingMessage,
  type ReadingRequest,
  type ReportRequest,
} from "./messages"
import { newCounts, stagedRows } from "./staged-row"

/** Shoppers come first. Elsewhere than on Linux a priority is the whole process's. */
function standBack(): void {
  if (process.platform !== "linux") return
  os.setPriority(0, os.constants.priority.PRIORITY_BELOW_NORMAL)
}

/** The thread that reads files. It is no part of the store's start: nothing imports it. */
async function main(port: MessagePort, request: ReadingRequest): Promise<void> {
  const say = (message: ReadingMessage) => port.postMessage(message)
  try {
    if (request.kind === "report") await stage(port, request)
    else say({ kind: "answer", value: await answerTo(request) })
  } catch (error) {
    if (!(error instanceof ReportError)) throw error
    say({ kind: "refused", code: error.code, reason: error.reason })
  }
}

function answerTo(request: Exclude<ReadingRequest, ReportRequest>): Promise<unknown> {
  const source = { path: request.path }
  switch (request.kind) {
    case "bank_deposits":
      return readTable(source, bankDeposits(LIMITS.maxCentimos, new Date()))
    case "exchange_rates":
      return readTable(source, exchangeRates)
    case "payer": {
      const formats = request.mappings.map((mapping) => customFormat(mapping))
      return readPayer({ ...request, source, formats })
    }
  }
}

/** A report's rows, made ready for the database. */
async function stage(port: MessagePort, request: ReportRequest): Promise<void> {
  const { path, mappings, ...rest } = request
  const { format, timeZone, batches } = await openReport({
    ...rest,
    source: { path },
    formats: mappings.map((mapping) => customFormat(mapping)),
    now: new Date(),
  })
  const say = (message: ReadingMessage, transferred: ArrayBuffer[] = []) =>
    port.postMessage(message, transferred)
  say({ kind: "opened", format, timeZone })
  const counts = newCounts()
  let ahead = 0
  port.on("message", () => (ahead -= 1))
  for await (const batch of batches) {
    const bytes = new TextEncoder().encode(stagedRows(batch, counts))
    if (bytes.length === 0) continue
    while (ahead >= PIECES_AHEAD) await once(port, "message")
    ahead += 1
    say({ kind: "rows", bytes }, [bytes.buffer])
  }
  say({ kind: "read", counts })
}

if (parentPort) {
  standBack()
  void main(parentPort, workerData as ReadingRequest)
}
