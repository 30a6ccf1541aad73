// npm run test:installs: the packed packages, installed as merchants would. `npm run test:installs
// -- pnpm starter` tries only these ways; each is a spec of its own in integration-tests/installs.
import { spawnSync } from "node:child_process"
import { readdirSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const known = readdirSync(path.join(root, "integration-tests/installs"))
  .filter((file) => file.endsWith(".spec.ts"))
  .map((file) => file.replace(/\.spec\.ts$/, ""))

const parts = process.argv.slice(2)
const unknown = parts.find((part) => !known.includes(part))
if (unknown !== undefined) {
  console.error(`Unknown way to install "${unknown}"; there are ${known.join(", ")}.`)
  process.exit(1)
}
const pattern = parts.length > 0 ? ["--", `/installs/(${parts.join("|")})\\.spec\\.ts$`] : []
const { status } = spawnSync(
  process.execPath,
  [path.join(root, "scripts/test.mjs"), "installs", ...pattern],
  { stdio: "inherit" },
)
process.exitCode = status ?? 1
