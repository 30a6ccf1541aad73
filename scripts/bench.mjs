// npm run bench:<name>: runs bench/<name>.ts, with the arguments after `--`.
import { spawn } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { ensureInstalled } from "./ensure-installed.mjs"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const folder = path.join(root, "bench")
const [name, ...args] = process.argv.slice(2)
const file = path.join(folder, `${name}.ts`)

if (!/^[a-z-]+$/.test(name ?? "") || !existsSync(file)) {
  const known = existsSync(folder) ? readdirSync(folder).filter((entry) => /\.ts$/.test(entry)) : []
  const names = known.map((entry) => path.basename(entry, ".ts")).join(", ")
  console.error(`There is no benchmark "${name ?? ""}"; there are: ${names || "none"}.`)
  process.exit(1)
}

ensureInstalled()

const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true" },
})
// The benchmark shares the terminal and ends its own servers; this process only waits for it.
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => child.kill(signal))
}
child.on("close", (code, signal) => {
  process.exitCode = signal ? 128 + os.constants.signals[signal] : code
})
