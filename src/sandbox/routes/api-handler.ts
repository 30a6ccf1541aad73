import type { IncomingMessage, ServerResponse } from "node:http"
import { send } from "../http/answer"
import type { Answer } from "../http/answer"
import { isJson, readBody } from "../http/read-body"
import { MAX_API_BODY_BYTES } from "../limits"
import { withoutSecrets } from "../request-log"
import type { RequestLog } from "../request-log"
import type { SandboxOperation } from "../switches"
import type { SwitchBoard } from "../switch-board"
import type { ApiContext } from "./api-request"
import { matchApiRoute } from "./api-routes"
import type { ApiRoute } from "./api-routes"
import { failWith } from "./fault-answer"
import { withDocumentedNames } from "./field-names"
import { play, type Outcome } from "./play-operation"
import { readLanguage, VendorAnswers } from "./vendor-answers"

interface Parsed {
  fields: Record<string, unknown> | null
  /** Set when the body itself is refused. */
  refusal: Answer | null
}

/** Serves `/v1`: reads, waits, plays faults, runs the operation and writes the log. */
export class ApiHandler {
  constructor(
    private readonly context: () => ApiContext,
    private readonly board: SwitchBoard,
    private readonly log: RequestLog,
    private readonly stopping: () => AbortSignal,
  ) {}

  async handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const started = performance.now()
    const match = matchApiRoute(request.method ?? "", path)
    const entry = this.open(request, path, match.kind === "found" ? match.route.operation : null)
    const answers = new VendorAnswers(
      this.board.current,
      readLanguage(request.headers["accept-language"]),
    )
    const parsed = await parse(request, answers)
    entry.body = withoutSecrets(parsed.fields)
    let outcome: Outcome
    if (match.kind === "unknown") {
      outcome = { kind: "answer", answer: answers.failure(404, 404) }
    } else if (match.kind === "wrong_method") {
      const headers = { allow: match.allow }
      outcome = { kind: "answer", answer: answers.failure(405, 405, [], headers) }
    } else {
      const run = () => this.run(match.route, request, parsed, match.cip, answers)
      outcome = await play({
        board: this.board,
        operation: match.route.operation,
        entry,
        stopping: this.stopping(),
        run,
        fail: failWith(answers),
      })
    }
    entry.durationMs = performance.now() - started
    if (outcome.kind === "answer") {
      entry.status = outcome.answer.status
      send(response, outcome.answer)
    } else if (outcome.kind === "drop") {
      request.socket.destroy()
    }
  }

  private open(request: IncomingMessage, path: string, operation: SandboxOperation | null) {
    const {
      origin,
      "accept-language": acceptLanguage,
      "content-type": contentType,
    } = request.headers
    return this.log.open({
      at: this.context().clock.present().toISOString(),
      operation,
      method: request.method ?? "",
      path,
      headers: { origin, acceptLanguage, contentType },
    })
  }

  private run(
    route: ApiRoute,
    request: IncomingMessage,
    { fields, refusal }: Parsed,
    cip: string,
    answers: VendorAnswers,
  ): Answer {
    const context = this.context()
    const tokenServiceId = context.tokens.serviceIdOf(
      request.headers.authorization,
      context.clock.present(),
    )
    if (route.protected && tokenServiceId === null) {
      return answers.failure(401, 401)
    }
    return (
      refusal ??
      route.run(context, { headers: request.headers, fields, cip, tokenServiceId, answers })
    )
  }
}

async function parse(request: IncomingMessage, answers: VendorAnswers): Promise<Parsed> {
  const read = await readBody(request, MAX_API_BODY_BYTES)
  if (read.kind === "too_large") {
    return { fields: null, refusal: answers.failure(413, 413) }
  }
  if (!read.body.length) {
    return { fields: null, refusal: null }
  }
  if (!isJson(request.headers["content-type"])) {
    return { fields: null, refusal: answers.failure(415, 415) }
  }
  try {
    return { fields: withDocumentedNames(JSON.parse(read.body.toString("utf8"))), refusal: null }
  } catch {
    return { fields: null, refusal: null }
  }
}
