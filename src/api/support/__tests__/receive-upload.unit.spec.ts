import { once } from "node:events"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { createServer, request, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import os from "node:os"
import path from "node:path"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { answerErrors } from "../answer-errors"
import { withUpload } from "../receive-upload"

const MAX_BYTES = 1_000

interface Received {
  filename: string
  path: string
  content: string
  fields: Record<string, unknown>
}

let folder: string
let server: Server
let received: Received[]
let refused: Promise<unknown>

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "pagoefectivo-upload-"))
  jest.spyOn(os, "tmpdir").mockReturnValue(folder)
  received = []
  server = createServer((req, res) => void answer(req as never, res as never))
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const receive = answerErrors(async (req: MedusaRequest, res: MedusaResponse) => {
  await withUpload(req, res, MAX_BYTES, (upload) => {
    received.push({ ...upload, content: readFileSync(upload.path, "utf8") })
    return Promise.resolve()
  })
  res.json({})
})

/** As Express does, as far as the upload needs it. */
async function answer(req: MedusaRequest, res: ServerResponse) {
  const like = Object.assign(res, {
    status: (code: number) => Object.assign(res, { statusCode: code }),
    json: (body: object) => res.end(JSON.stringify(body)),
  })
  refused = receive(req, like as never).catch((error: unknown) => {
    const { message, type } = error as MedusaError
    res.writeHead(type === MedusaError.Types.INVALID_DATA ? 400 : 500)
    res.end(JSON.stringify({ type, message }))
  })
  await refused
}

function url(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

async function send(...files: [name: string, content: string][]) {
  const form = new FormData()
  form.append("format", "auto")
  for (const [name, content] of files) form.append("file", new Blob([content]), name)
  const response = await fetch(url(), { method: "POST", body: form })
  const body = (await response.json()) as { type?: string; code?: string; message?: string }
  return { status: response.status, body }
}

describe("an upload", () => {
  it("is handed over whole, with its fields, and leaves nothing behind", async () => {
    expect((await send(["abril.csv", "a".repeat(MAX_BYTES)])).status).toBe(200)
    expect(received).toMatchObject([
      { filename: "abril.csv", content: "a".repeat(MAX_BYTES), fields: { format: "auto" } },
    ])
    expect(readdirSync(folder)).toEqual([])
  })

  it("above the limit is refused with 413, found and expected, and leaves nothing behind", async () => {
    const { status, body } = await send(["abril.csv", "a".repeat(MAX_BYTES + 1)])
    expect(status).toBe(413)
    expect(body).toMatchObject({ type: "invalid_data", code: "file_too_large" })
    expect(body.message).toMatch(/found a file above 1000 bytes, expected at most 1000 bytes/)
    expect(received).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ["../../../etc/cron.d/x", "x"],
    ["..\\..\\x.csv", "x.csv"],
    ["liquidación “abril”.csv", "liquidación “abril”.csv"],
  ])("named %s is called %s, and stays in the folder for temporary files", async (name, called) => {
    expect((await send([name, "a"])).status).toBe(200)
    expect(received[0]?.filename).toBe(called)
    expect(path.dirname(received[0]?.path ?? "")).toBe(folder)
    expect(readdirSync(folder)).toEqual([])
  })

  it("of several files is refused", async () => {
    const { status, body } = await send(["a.csv", "a"], ["b.csv", "b"])
    expect(status).toBe(400)
    expect(body.message).toMatch(/file/)
    expect(received).toEqual([])
  })

  it("that breaks off is not taken for whole, and leaves nothing behind", async () => {
    const begun = request(url(), {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x", "content-length": 10_000 },
    })
    begun.on("error", () => undefined)
    begun.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc')
    await once(server, "request")
    begun.destroy()
    await refused
    expect(received).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })
})
