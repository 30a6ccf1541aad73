import { lstat, readdir, readFile } from "node:fs/promises"
import path from "node:path"

/** Where each package of a project lies, relative to the project: `node_modules/a`, … */
export async function installedPackages(project: string): Promise<Set<string>> {
  const text = await readFile(path.join(project, "node_modules/.package-lock.json"), "utf8")
  const { packages } = JSON.parse(text) as { packages: Record<string, unknown> }
  return new Set(Object.keys(packages))
}

/** What a package takes on the disk, in bytes, without the packages that lie inside it. */
export async function diskUsage(directory: string): Promise<number> {
  const BLOCK_BYTES = 512
  let bytes = 0
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    if (entry.name === "node_modules") continue
    const file = path.join(directory, entry.name)
    bytes += entry.isDirectory() ? await diskUsage(file) : (await lstat(file)).blocks * BLOCK_BYTES
  }
  return bytes
}
