import { jsonAnswer } from "../http/answer"
import type { Answer } from "../http/answer"
import { SandboxUsageError } from "../sandbox-usage-error"

/** A wrong request is answered 400 with the sentence of the error. */
export function controlRefusal(error: unknown): Answer {
  if (error instanceof SandboxUsageError) {
    return problem(400, "invalid_data", error.message)
  }
  throw error
}

export function problem(status: number, type: string, message: string): Answer {
  return jsonAnswer(status, { type, message })
}
