import { once } from "node:events"
import os from "node:os"
import { parentPort, workerData, type MessagePort } from "node:worker_threads"
import { ReportError } from "../../../../settlement/errors"
import { customFormat } from "../../../../settlement/formats/custom-format"
import { openReport } from "../../../../settlement/parse-report"
import { PIECES_AHEAD, type StageMessage, type StageRequest } from "./messages"
import { newCounts, stagedRows } from "./staged-row"

/** Shoppers come first. Elsewhere than on Linux a priority is the whole process's. */
function standBack(): void {
  if (process.platform !== "linux") return
  os.setPriority(0, os.constants.priority.PRIORITY_BELOW_NORMAL)
}

/** The thread of `stageReport`. It is no part of the store's start: nothing imports it. */
async function main(port: MessagePort, request: StageRequest): Promise<void> {
  const say = (message: StageMessage) => port.postMessage(message)
  try {
    const { format, timeZone, batches } = await openReport({
      source: { path: request.path },
      filename: request.filename,
      format: request.format,
      formats: request.mappings.map((mapping) => customFormat(mapping)),
      now: new Date(),
      payoutId: request.payoutId,
      maxBytes: request.maxBytes,
    })
    say({ kind: "opened", format, timeZone })
    const counts = newCounts()
    let ahead = 0
    port.on("message", () => (ahead -= 1))
    for await (const batch of batches) {
      const bytes = new TextEncoder().encode(stagedRows(batch, counts))
      if (bytes.length === 0) continue
      while (ahead >= PIECES_AHEAD) await once(port, "message")
      ahead += 1
      port.postMessage({ kind: "rows", bytes } satisfies StageMessage, [bytes.buffer])
    }
    say({ kind: "read", counts })
  } catch (error) {
    if (!(error instanceof ReportError)) throw error
    say({ kind: "refused", code: error.code, reason: error.reason })
  }
}

if (parentPort) {
  standBack()
  void main(parentPort, workerData as StageRequest)
}
