import { once } from "node:events"
import os from "node:os"
import { parentPort, workerData, type MessagePort } from "node:worker_threads"
import { ReportError } from "../../../../settlement/errors"
import { customFormat } from "../../../../settlement/formats/custom-format"
import { openReport } from "../../../../settlement/parse-report"
import { readPayer } from "../../../../settlement/read-payer"
import { bankDeposits, type BankDepositRow } from "../../../../settlement/tables/bank-deposits"
import { exchangeRates, type ExchangeRateRow } from "../../../../settlement/tables/exchange-rates"
import { readTable, type TableContent } from "../../../../settlement/tables/read-table"
import { MODULE_LIMITS as LIMITS } from "../../limits"
import { inPieces } from "../../sql/in-pieces"
import {
  PIECES_AHEAD,
  type ReadingMessage,
  type ReadingRequest,
  type StageRequest,
} from "./messages"
import { newCounts, stagedRows } from "./staged-row"

/** Shoppers come first. Elsewhere than on Linux a priority is the whole process's. */
function standBack(): void {
  if (process.platform !== "linux") return
  os.setPriority(0, os.constants.priority.PRIORITY_BELOW_NORMAL)
}

/** Sends pieces only as fast as they are taken. */
class Pieces {
  private ahead = 0

  constructor(private readonly port: MessagePort) {
    port.on("message", () => (this.ahead -= 1))
  }

  async send(piece: ReadingMessage, transferred: ArrayBuffer[] = []): Promise<void> {
    while (this.ahead >= PIECES_AHEAD) await once(this.port, "message")
    this.ahead += 1
    this.port.postMessage(piece, transferred)
  }
}

/** The thread that reads files. It is no part of the store's start: nothing imports it. */
async function main(port: MessagePort, request: ReadingRequest): Promise<void> {
  const say = (message: ReadingMessage) => port.postMessage(message)
  const source = { path: request.path }
  try {
    if (request.kind === "report") {
      await readReport(port, request)
    } else if (request.kind === "payer") {
      const formats = request.mappings.map((mapping) => customFormat(mapping))
      say({ kind: "payer", name: await readPayer({ ...request, source, formats }) })
    } else if (request.kind === "bank_deposits") {
      await hand(port, await readTable(source, bankDeposits(LIMITS.maxCentimos, new Date())))
    } else {
      await hand(port, await readTable(source, exchangeRates))
    }
  } catch (error) {
    if (!(error instanceof ReportError)) throw error
    say({ kind: "refused", code: error.code, reason: error.reason })
  }
}

/** A report's rows, made ready for the database. */
async function readReport(port: MessagePort, request: StageRequest): Promise<void> {
  const { path, mappings, ...rest } = request
  const { batches, ...opened } = await openReport({
    ...rest,
    source: { path },
    formats: mappings.map((mapping) => customFormat(mapping)),
    now: new Date(),
  })
  const say = (message: ReadingMessage) => port.postMessage(message)
  const pieces = new Pieces(port)
  const { format, timeZone, unreadSheets } = opened
  say({ kind: "opened", format, timeZone, unreadSheets })
  const counts = newCounts()
  for await (const batch of batches) {
    const bytes = new TextEncoder().encode(stagedRows(batch, counts))
    if (bytes.length > 0) await pieces.send({ kind: "rows", bytes }, [bytes.buffer])
  }
  say({ kind: "read", counts })
}

async function hand(
  port: MessagePort,
  { rows, quarantined, ignored, unreadSheets }: TableContent<BankDepositRow | ExchangeRateRow>,
): Promise<void> {
  const pieces = new Pieces(port)
  for (const some of inPieces(rows)) {
    await pieces.send({ kind: "some", rows: some, quarantined: [] })
  }
  for (const some of inPieces(quarantined)) {
    await pieces.send({ kind: "some", rows: [], quarantined: some })
  }
  port.postMessage({ kind: "table", ignored, unreadSheets } satisfies ReadingMessage)
}

if (parentPort) {
  standBack()
  void main(parentPort, workerData as ReadingRequest)
}
