import type { ServerResponse } from "node:http"

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}

export function jsonAnswer(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  }
}

export function htmlAnswer(
  status: number,
  html: string,
  headers: Record<string, string> = {},
): Answer {
  return { status, headers: { "content-type": "text/html; charset=utf-8", ...headers }, body: html }
}

export function send(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) {
    return
  }
  response.writeHead(answer.status, {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...answer.headers,
    "content-length": Buffer.byteLength(answer.body),
  })
  response.end(answer.body)
}
