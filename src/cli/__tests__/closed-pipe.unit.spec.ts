import { spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"

const COMMAND = path.resolve(__dirname, "../index.ts")

it("ends well when nobody reads on, as with `… | head`", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", COMMAND, "--help"], {
    env: { ...process.env, NODE_OPTIONS: "" },
  })
  child.stdout.destroy()
  let complaint = ""
  child.stderr.on("data", (piece: Buffer) => (complaint += piece))
  const [code] = (await once(child, "close")) as [number | null]

  expect(complaint).toBe("")
  expect(code).toBe(0)
}, 60_000)
