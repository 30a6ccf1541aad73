import { on } from "node:events"
import path from "node:path"
import { Worker } from "node:worker_threads"
import { MedusaError } from "@medusajs/framework/utils"
import { ReportError } from "../../../../settlement"
import { MODULE_LIMITS as LIMITS } from "../../limits"
import type { ReadingMessage, ReadingRequest } from "./messages"

/** Beside this file, in the sources as in the built package. */
const EXTENSION = path.extname(__filename)
const THREAD = path.join(__dirname, `reading-thread${EXTENSION}`)
/** A thread does not inherit what lets the sources run without a build. */
const THREAD_ARGUMENTS = EXTENSION === ".ts" ? { execArgv: ["--require", "tsx/cjs"] } : {}

export interface Reading {
  /**
   * The thread's next message.
   * @throws ReportError when it refuses the file
   */
  next: () => Promise<Exclude<ReadingMessage, { kind: "refused" }>>
  /** Tells the thread that it may send one more piece. */
  taken: () => void
  close: () => Promise<void>
}

/**
 * Reads a file in a thread of its own. The store's thread goes on answering, and what a million rows
 * leave behind in memory is swept up in the thread's small heap instead of the store's large one,
 * where it would pile up for long.
 */
export function startReading(request: ReadingRequest): Reading {
  const worker = new Worker(THREAD, {
    workerData: request,
    ...THREAD_ARGUMENTS,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.readingHeapMb },
  })
  // Listens at once; an error of the thread is thrown to whoever waits for its next message.
  const messages = on(worker, "message", { close: ["exit"] }) as Messages
  return {
    next: () => next(messages),
    taken: () => worker.postMessage("taken"),
    close: async () => void (await worker.terminate()),
  }
}

type Messages = AsyncIterator<[ReadingMessage], unknown, undefined>

async function next(messages: Messages): ReturnType<Reading["next"]> {
  const { done, value } = await messages.next().catch(refuseWhatDoesNotFit)
  if (done) throw readingBroke("ended before the report's end")
  const [message] = value
  if (message.kind !== "refused") return message
  throw new ReportError(message.code, message.reason)
}

function refuseWhatDoesNotFit(error: NodeJS.ErrnoException): never {
  if (error.code !== "ERR_WORKER_OUT_OF_MEMORY") throw error
  throw new ReportError("file_too_large", {
    code: "needs_too_much_memory",
    values: { megabytes: LIMITS.readingHeapMb },
  })
}

export function readingBroke(what: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `The thread that reads the report ${what}.`,
  )
}
