import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { cp, mkdtemp, readdir, readFile, rename, rm, symlink } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { promisify } from "node:util"

const ROOT = path.resolve(__dirname, "../..")
/** A net for a build that hangs: a busy machine takes several minutes. */
const BUILD_TIMEOUT_MS = 900_000

/** What goes into the admin's bundle. */
const SOURCES = ["src/admin", "src/reconciliation", "src/workflows/health"]

/**
 * The dashboard with the plugin's extensions, built as a merchant's store builds it. Built once for
 * equal sources, and kept in the system's temporary folder.
 * @returns the folder with `index.html`
 */
export async function builtAdmin(): Promise<string> {
  const folder = path.join(os.tmpdir(), `pagoefectivo-admin-${await sourcesHash()}`)
  if (!existsSync(folder)) await build(folder)
  return path.join(folder, "public/admin")
}

async function build(folder: string): Promise<void> {
  const draft = await mkdtemp(path.join(os.tmpdir(), "pagoefectivo-admin-build-"))
  try {
    for (const name of ["package.json", ...SOURCES]) {
      await cp(path.join(ROOT, name), path.join(draft, name), { recursive: true })
    }
    await symlink(path.join(ROOT, "node_modules"), path.join(draft, "node_modules"))
    await symlink(path.join(ROOT, "tsconfig.json"), path.join(draft, "tsconfig.json"))
    await promisify(execFile)(
      process.execPath,
      [path.join(ROOT, "integration-tests/support/build-admin.mjs")],
      {
        cwd: draft,
        timeout: BUILD_TIMEOUT_MS,
        env: { ...process.env, NODE_OPTIONS: "", NODE_ENV: "production" },
      },
    )
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Another test run may have been faster.
    if (!existsSync(folder)) throw error
  }
}

async function sourcesHash(): Promise<string> {
  const hash = createHash("sha256")
  for (const folder of SOURCES) {
    const entries = await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => entry.parentPath + "/" + entry.name)
    for (const file of files.sort()) hash.update(file).update(await readFile(file))
  }
  return hash
    .update(await readFile(path.join(ROOT, "package-lock.json")))
    .digest("hex")
    .slice(0, 16)
}
