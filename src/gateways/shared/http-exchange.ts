import { TaskCancelledError, TimeoutStrategy, timeout } from "cockatiel"
import { GatewayBadAnswerError, GatewayTimeoutError, GatewayUnavailableError } from "../errors"
import type { Call } from "./call"
import { wasNeverSent } from "./never-sent"

export interface HttpRequest {
  call: Call
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  url: string
  headers: Record<string, string>
  body?: string
  timeoutMs: number
  maxAnswerBytes: number
}

export interface HttpAnswer {
  status: number
  headers: Headers
  text: string
}

/**
 * Sends one request and reads the whole answer, once, within its timeout. Redirects are not followed:
 * they would carry the token elsewhere. `until` breaks it off earlier.
 * @throws GatewayTimeoutError, GatewayUnavailableError, or GatewayBadAnswerError for a huge answer.
 */
export async function exchange(
  send: typeof fetch,
  request: HttpRequest,
  until?: AbortSignal,
): Promise<HttpAnswer> {
  const deadline = timeout(request.timeoutMs, TimeoutStrategy.Aggressive)
  try {
    return await deadline.execute(({ signal }) => sendOnce(send, request, signal), until)
  } catch (error) {
    throw toGatewayError(error, request)
  }
}

async function sendOnce(
  send: typeof fetch,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const { method, headers, body, url } = request
  const response = await send(url, { method, headers, body, signal, redirect: "manual" })
  const text = await readText(response, request)
  return { status: response.status, headers: response.headers, text }
}

async function readText(response: Response, request: HttpRequest): Promise<string> {
  const reader = response.body?.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length
    if (size > request.maxAnswerBytes) {
      await reader?.cancel()
      throw tooLarge(response.status, request)
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks).toString("utf8")
}

function tooLarge(httpStatus: number, { call, maxAnswerBytes }: HttpRequest): Error {
  return new GatewayBadAnswerError(
    `${call.vendor} answered more than ${maxAnswerBytes} bytes when asked to ${call.purpose}.`,
    { operation: call.operation, httpStatus, mayHaveSucceeded: call.takesEffect },
  )
}

function toGatewayError(error: unknown, { call, timeoutMs }: HttpRequest): Error {
  if (error instanceof GatewayBadAnswerError) {
    return error
  }
  const { vendor, operation, purpose, takesEffect } = call
  if (error instanceof TaskCancelledError) {
    return new GatewayTimeoutError(
      `${vendor} did not answer within ${timeoutMs} ms when asked to ${purpose}.`,
      { operation, mayHaveSucceeded: takesEffect },
    )
  }
  return new GatewayUnavailableError(
    `The connection to ${vendor} failed when asked to ${purpose}. Check the network and the base URL.`,
    { operation, mayHaveSucceeded: takesEffect && !wasNeverSent(error), cause: error },
  )
}
