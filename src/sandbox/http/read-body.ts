import type { IncomingMessage } from "node:http"

export type BodyOutcome = { kind: "read"; body: Buffer } | { kind: "too_large" }

/** Reads a request to its end; what is over the limit is counted and thrown away. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<BodyOutcome> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limitBytes) {
      chunks.push(chunk)
    } else {
      chunks.length = 0
    }
  }
  return size > limitBytes ? { kind: "too_large" } : { kind: "read", body: Buffer.concat(chunks) }
}

/** Whether the header says JSON, with any parameters. */
export function isJson(contentType: string | undefined): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType ?? "")
}
