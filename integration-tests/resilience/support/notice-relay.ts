import http from "node:http"
import { once } from "node:events"
import type { AddressInfo } from "node:net"

export interface NoticeRelay {
  url: string
  /** Status codes of all answers, in the order they came. */
  answers: number[]
  close(): Promise<void>
}

/** Hands each notice to all stores at the same moment: path, query, bytes and headers as they came. */
export async function startRelay(stores: string[]): Promise<NoticeRelay> {
  const answers: number[] = []
  const server = http.createServer((request, response) => {
    void forward(request, stores).then((statuses) => {
      answers.push(...statuses)
      response.writeHead(Math.max(...statuses)).end()
    })
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    },
  }
}

async function forward(request: http.IncomingMessage, stores: string[]): Promise<number[]> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const {
    host: _host,
    connection: _connection,
    "content-length": _length,
    ...headers
  } = request.headers
  return Promise.all(
    stores.map(async (store) => {
      const answer = await fetch(store + request.url, {
        method: "POST",
        headers: headers as Record<string, string>,
        body: Buffer.concat(chunks),
      }).catch(() => null)
      return answer?.status ?? 502
    }),
  )
}
