import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { mkdtemp, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { promisify } from "node:util"

export const ROOT = path.resolve(__dirname, "../..")
const BUILD_TIMEOUT_MS = 15 * 60_000
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000

/**
 * Builds a folder once for equal sources and keeps it in the system's temporary folder.
 * @param sources files and folders of the repository that the build is made of
 * @param build fills the empty folder that it is given
 * @param variant what else tells it from other builds
 */
export async function keptBuild(
  name: string,
  sources: string[],
  build: (draft: string) => Promise<void>,
  variant = "",
): Promise<string> {
  const hash = await sourcesHash(sources, variant)
  const kept = path.join(os.tmpdir(), `pagoefectivo-${name}-${hash}`)
  if (existsSync(kept)) {
    await utimes(kept, new Date(), new Date())
    return kept
  }
  const draft = await mkdtemp(path.join(os.tmpdir(), `pagoefectivo-${name}-draft-`))
  try {
    await build(draft)
    await rename(draft, kept)
    await forgetOldBuilds(name)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Another test run may have been faster.
    if (!existsSync(kept)) throw error
  }
  return kept
}

/** Runs a script of Node with nothing of the test's own environment that would change what it does. */
export async function runScript(script: string, args: string[], cwd = ROOT): Promise<void> {
  await promisify(execFile)(process.execPath, [path.join(ROOT, script), ...args], {
    cwd,
    timeout: BUILD_TIMEOUT_MS,
    env: { ...process.env, NODE_OPTIONS: "", NODE_ENV: "production" },
  })
}

/** Each edit of a source makes another build. */
async function forgetOldBuilds(name: string): Promise<void> {
  for (const entry of await readdir(os.tmpdir())) {
    const folder = path.join(os.tmpdir(), entry)
    if (!entry.startsWith(`pagoefectivo-${name}-`)) continue
    const used = await stat(folder).catch(() => undefined)
    if (used && Date.now() - used.mtimeMs > FORGOTTEN_AFTER_MS) {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

async function sourcesHash(sources: string[], variant: string): Promise<string> {
  const hash = createHash("sha256").update(ROOT).update(variant)
  for (const source of [...sources, "package-lock.json"]) {
    for (const file of await filesBelow(path.join(ROOT, source))) {
      hash.update(file).update(await readFile(file))
    }
  }
  return hash.digest("hex").slice(0, 16)
}

async function filesBelow(name: string): Promise<string[]> {
  if ((await stat(name)).isFile()) return [name]
  const entries = await readdir(name, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}
