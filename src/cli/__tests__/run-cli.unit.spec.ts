import { createServer } from "node:net"
import type { AddressInfo } from "node:net"
import os from "node:os"
import { runCli } from "../run-cli"
import { RecordedIo } from "./support/recorded-io"

it("runs a sandbox until it is interrupted", async () => {
  const io = new RecordedIo()
  const ended = runCli(["sandbox", "--port", "0", "--webhook", "http://127.0.0.1:9/hook"], io)
  await io.running
  const url = /Panel +(\S+)/.exec(io.printed)?.[1] ?? ""
  expect(io.printed).toContain(`PAGOEFECTIVO_BASE_URL=${url}/v1`)
  expect(await (await fetch(`${url}/_control/state`)).json()).toMatchObject({
    webhookUrl: "http://127.0.0.1:9/hook",
  })
  io.interrupt()
  expect(await ended).toBe(0)
  await expect(fetch(url)).rejects.toThrow("fetch failed")
})

it.each([
  [["--help"]],
  ...["init", "storefront", "doctor", "sandbox"].map((name) => [[name, "--help"]]),
])("helps with %j", async (args) => {
  const io = new RecordedIo()
  expect(await runCli(args, io)).toBe(0)
  expect(io.printed).toMatch(/^Usage: medusa-payment-pagoefectivo/)
})

it.each([
  [[], /^A command is missing\./],
  [["sandbax"], /^Unknown command "sandbax"\./],
  [["toString"], /^Unknown command "toString"\./],
  [["sandbox", "--port", "x"], /^--port expects a number from 0 to 65535, found "x"/],
  [["sandbox", "--port", "70000"], /port: .*found 70000/],
  [["sandbox", "--prt", "1"], /Unknown option '--prt'/],
  [["sandbox", "extra"], /extra/],
  [["sandbox", "--port", "0", "--webhook", "shop"], /http or https address, found "shop"/],
  [["sandbox", "--port", "0", "--host", "192.0.2.1"], /--host expects an address of this machine/],
  [["init", "--rate", "0"], /--rate expects a number such as 3\.75, or usd=3\.75, found "0"/],
  [["init", "--rate", "usd"], /--rate expects .* found "usd"/],
  [["init", "--shipping", "1,5"], /--shipping expects a price such as 15\.00, found "1,5"/],
  [["init", "--lang", "fr"], /--lang expects one of en, es, zh, found "fr"/],
  [["init", "--dir", os.tmpdir() + "/nowhere"], /no folder .*nowhere/],
  [["storefront", "--dir", os.tmpdir()], /no storefront of Medusa's starter .*constants\.tsx/],
  [["doctor", "--jsno"], /Unknown option '--jsno'/],
])("explains %j", async (args, message) => {
  const io = new RecordedIo()
  expect(await runCli(args, io)).toBe(2)
  expect(io.complained).toMatch(message)
  expect(io.printed).toBe("")
})

it("says that a port is taken", async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve))
  const { port } = taken.address() as AddressInfo
  const io = new RecordedIo()
  const code = await runCli(["sandbox", "--port", String(port)], io)
  await new Promise((resolve) => taken.close(resolve))
  expect(code).toBe(2)
  expect(io.complained).toContain(`Port ${port} is taken`)
})
