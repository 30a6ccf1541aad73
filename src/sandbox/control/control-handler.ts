import type { IncomingMessage, ServerResponse } from "node:http"
import { send } from "../http/answer"
import type { Answer } from "../http/answer"
import { isJson, readBody } from "../http/read-body"
import { MAX_CONTROL_BODY_BYTES } from "../limits"
import { problem, controlRefusal } from "./control-answers"
import { CONTROL_ROUTE_NAMES, controlRoute } from "./control-routes"
import type { ControlContext } from "./control-routes"

type ControlBody = { value: unknown } | { refused: Answer }

/** Serves `/_control/…`: JSON in, JSON out. */
export async function handleControl(
  context: ControlContext,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  send(response, await answerTo(context, request, url))
}

async function answerTo(
  context: ControlContext,
  request: IncomingMessage,
  url: URL,
): Promise<Answer> {
  const body = await readJson(request)
  if ("refused" in body) {
    return body.refused
  }
  const name = url.pathname.slice("/_control/".length)
  const route = controlRoute(request.method ?? "", name)
  if (!route) {
    const known = CONTROL_ROUTE_NAMES.join(", ")
    const asked = `${request.method ?? ""} ${name}`
    return problem(404, "not_found", `There is no control ${asked}. There are: ${known}`)
  }
  try {
    return await route(context, body.value, url.searchParams)
  } catch (error) {
    return controlRefusal(error)
  }
}

/** JSON only: a page of another site can't send that without asking first. */
async function readJson(request: IncomingMessage): Promise<ControlBody> {
  const read = await readBody(request, MAX_CONTROL_BODY_BYTES)
  if (read.kind === "too_large") {
    const message = `The body is larger than ${MAX_CONTROL_BODY_BYTES} bytes`
    return { refused: problem(413, "invalid_data", message) }
  }
  const type = request.headers["content-type"]
  if (request.method === "POST" && !isJson(type)) {
    const message = `The content type must be application/json, found ${type ?? "none"}`
    return { refused: problem(400, "invalid_data", message) }
  }
  if (!read.body.length) {
    return { value: undefined }
  }
  try {
    return { value: JSON.parse(read.body.toString("utf8")) as unknown }
  } catch {
    return { refused: problem(400, "invalid_data", "The body is not valid JSON") }
  }
}
