import type { Answer } from "../http/answer"
import { pause } from "../http/pause"
import type { SandboxRequest } from "../request-log"
import type { SwitchBoard } from "../switch-board"
import type { SandboxOperation } from "../switches"
import { faultAnswer } from "./fault-answer"

export type Outcome = { kind: "answer"; answer: Answer } | { kind: "drop" } | { kind: "hang" }

interface Play {
  board: SwitchBoard
  operation: SandboxOperation
  entry: SandboxRequest
  stopping: AbortSignal
  /** Carries the operation out. */
  run: () => Answer
  /** An error in the vendor's words. */
  fail: (status: number) => Answer
}

/** Waits as the switches say, then carries the operation out or lets it go wrong. */
export async function play({
  board,
  operation,
  entry,
  stopping,
  run,
  fail,
}: Play): Promise<Outcome> {
  const fault = board.takeFault(operation)
  entry.fault = fault?.kind ?? null
  const goesOn = await pause(board.latency(operation), stopping)
  if (!goesOn) {
    return { kind: "drop" }
  }
  if (!fault) {
    return { kind: "answer", answer: run() }
  }
  if (fault.committed) {
    run()
  }
  return fault.kind === "answer"
    ? { kind: "answer", answer: faultAnswer(fault, fail) }
    : { kind: fault.kind }
}
