import { on } from "node:events"
import path from "node:path"
import { Worker } from "node:worker_threads"
import { MedusaError } from "@medusajs/framework/utils"
import { ReportError } from "../../../../settlement"
import { MODULE_LIMITS as LIMITS } from "../../limits"
import type { StageMessage, StageRequest } from "./messages"
import type { RowCounts } from "./staged-row"

/** Beside this file, in the sources as in the built package. */
const EXTENSION = path.extname(__filename)
const THREAD = path.join(__dirname, `stage-report-thread${EXTENSION}`)
/** A thread does not inherit what lets the sources run without a build. */
const THREAD_ARGUMENTS = EXTENSION === ".ts" ? { execArgv: ["--require", "tsx/cjs"] } : {}

export interface StagedReport {
  /** The id of the format that was recognised or named. */
  format: string
  /** IANA zone in which dates without an offset were read. */
  timeZone: string
  /** The rows as `COPY` takes them, read only as fast as they are taken; at the end what they were. */
  rows: AsyncGenerator<Uint8Array, RowCounts, undefined>
  /** Ends the reading, whether or not `rows` was taken to its end. */
  close: () => Promise<void>
}

/**
 * Reads a report in a thread of its own. The store's thread goes on answering, and what a million
 * rows leave behind in memory is swept up in the thread's small heap instead of the store's large
 * one, where it would pile up for long.
 * @throws ReportError when the file as a whole can't be read, also later from `rows`.
 */
export async function stageReport(request: StageRequest): Promise<StagedReport> {
  const worker = new Worker(THREAD, {
    workerData: request,
    ...THREAD_ARGUMENTS,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.readingHeapMb },
  })
  const close = async () => void (await worker.terminate())
  try {
    const messages = messagesOf(worker)
    const opened = await next(messages)
    if (opened.kind !== "opened") throw broken(`began with "${opened.kind}"`)
    const { format, timeZone } = opened
    return { format, timeZone, rows: rowsOf(worker, messages), close }
  } catch (error) {
    await close()
    throw error
  }
}

function broken(what: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `The thread that reads the report ${what}.`,
  )
}

type Messages = AsyncIterator<[StageMessage], unknown, undefined>

/** Listens at once; an error of the thread is thrown to whoever waits for its next message. */
function messagesOf(worker: Worker): Messages {
  return on(worker, "message", { close: ["exit"] }) as Messages
}

async function next(messages: Messages): Promise<Exclude<StageMessage, { kind: "refused" }>> {
  const { done, value } = await messages.next()
  if (done) throw broken("ended before the report's end")
  const [message] = value
  if (message.kind !== "refused") return message
  throw new ReportError(message.code, message.reason)
}

async function* rowsOf(
  worker: Worker,
  messages: Messages,
): AsyncGenerator<Uint8Array, RowCounts, undefined> {
  for (;;) {
    const message = await next(messages)
    if (message.kind === "read") return message.counts
    if (message.kind !== "rows") throw broken(`said "${message.kind}" twice`)
    yield message.bytes
    worker.postMessage("taken")
  }
}
