import { once } from "node:events"
import { createServer, type RequestListener, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { DingTalkNotificationService } from "../service"
import { signedAddress } from "../sign"

const SECRET = "SECnot-a-real-secret"
const TOKEN = "not-a-real-token"

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function robotThat(answers: RequestListener, timeoutMs?: number) {
  server = createServer(answers).listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  const webhook = `http://127.0.0.1:${port}/robot/send?access_token=${TOKEN}`
  return new DingTalkNotificationService(
    {},
    {
      webhook,
      secret: SECRET,
      timeoutMs,
      retryWaitMs: 1,
    },
  )
}

const NOTIFICATION = {
  to: "robot",
  channel: "dingtalk",
  template: "pagoefectivo_alert",
  data: { title: "Título", lines: ["una", "dos"] },
}

async function refusalOf(service: DingTalkNotificationService): Promise<string> {
  const error = await service.send(NOTIFICATION).then(
    () => new Error("it was sent"),
    (refused: Error) => refused,
  )
  return error.message
}

function expectNamed(message: string, expected: RegExp): void {
  expect(message).toMatch(expected)
  expect(message).not.toContain(SECRET)
  expect(message).not.toContain(TOKEN)
}

describe("a signed address", () => {
  it("carries time and signature as DingTalk documents them, beside the token", () => {
    const address = new URL(
      signedAddress(
        "https://oapi.dingtalk.com/robot/send?access_token=t",
        "this is secret",
        new Date(1_577_262_236_757),
      ),
    )
    expect(Object.fromEntries(address.searchParams)).toEqual({
      access_token: "t",
      timestamp: "1577262236757",
      // printf "1577262236757\nthis is secret" | openssl dgst -sha256 -hmac "this is secret" -binary | base64
      sign: "hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=",
    })
  })
})

describe("the robot", () => {
  it("gets title and lines as Markdown", async () => {
    const bodies: string[] = []
    const service = await robotThat((request, response) => {
      request.on("data", (chunk: Buffer) => bodies.push(chunk.toString()))
      request.on("end", () => response.end('{"errcode":0,"errmsg":"ok"}'))
    })
    await service.send(NOTIFICATION)
    expect(JSON.parse(bodies.join(""))).toEqual({
      msgtype: "markdown",
      markdown: { title: "Título", text: "### Título\n- una\n- dos" },
    })
  })

  it.each<[string, RequestListener]>([
    ["is busy", (_, response) => response.end('{"errcode":-1,"errmsg":"busy"}')],
    ["fails", (_, response) => response.writeHead(503).end()],
    ["limits", (_, response) => response.writeHead(429).end()],
    ["drops the connection", (request) => request.socket.destroy()],
  ])("that %s is asked again", async (_, stumbles) => {
    let asked = 0
    const service = await robotThat((request, response) => {
      asked += 1
      if (asked < 3) stumbles(request, response)
      else response.end('{"errcode":0,"errmsg":"ok"}')
    })
    await service.send(NOTIFICATION)
    expect(asked).toBe(3)
  })

  it("that refuses is not asked again", async () => {
    let asked = 0
    const service = await robotThat((_, response) => {
      asked += 1
      response.end('{"errcode":310000,"errmsg":"sign not match"}')
    })
    await refusalOf(service)
    expect(asked).toBe(1)
  })

  it("is named when it never answers, without its secrets", async () => {
    expectNamed(await refusalOf(await robotThat(() => undefined, 200)), /no answer within 200 ms/)
  })

  it.each<[string, RequestListener, RegExp]>([
    [
      "refuses the signature",
      (_, response) => response.end('{"errcode":310000,"errmsg":"sign not match"}'),
      /310000: sign not match/,
    ],
    ["fails", (_, response) => response.writeHead(502).end(), /HTTP 502/],
    ["answers something else", (_, response) => response.end("<html>"), /SyntaxError/],
    [
      "sends us elsewhere",
      (_, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
      /TypeError/,
    ],
  ])("is named when it %s, without its secrets", async (_, answers, expected) => {
    expectNamed(await refusalOf(await robotThat(answers)), expected)
  })

  it.each(["webhook", "secret"])("can't be set up without its %s", (name) => {
    const options = { webhook: "https://x", secret: "s", [name]: "" }
    expect(() => DingTalkNotificationService.validateOptions(options)).toThrow(
      new RegExp(`"${name}"`),
    )
  })
})
