import { existsSync, readdirSync } from "node:fs"
import path from "node:path"
import { findPackage } from "../../config/installed-package"
import { PACKAGE } from "../../config/package-folder"
import { UsageError } from "../usage-error"

/** A Medusa backend's folder. */
export interface Store {
  directory: string
  configFile: string
}

/** As Medusa finds it: without an ending, so JavaScript comes first. */
const CONFIG_FILES = ["medusa-config.js", "medusa-config.ts"]

/** How far below a workspace's root backends stand: `backend`, `apps/backend`. */
const WORKSPACE_DEPTH = 2

/**
 * The store in a folder, or the only one in the workspace below it.
 * @throws UsageError when there is none, or more than one.
 */
export function findStore(folder: string): Store {
  const start = path.resolve(folder)
  if (!existsSync(start)) throw new UsageError(`There is no folder ${start}`)
  const here = storeIn(start)
  if (here) return here
  const below = foldersBelow(start, WORKSPACE_DEPTH).flatMap((place) => storeIn(place) ?? [])
  const [only] = below
  if (only && below.length === 1) return only
  const found = below.map(({ directory }) => path.relative(start, directory)).join(", ")
  throw new UsageError(
    only
      ? `There are several Medusa stores here: ${found}. Say which one with --dir <folder>`
      : `There is no ${CONFIG_FILES.join(" or ")} in ${start} or below. Run this in the store's folder, or say where it is with --dir <folder>`,
  )
}

/** @throws UsageError when the store does not have the plugin, as where `npx` fetched it from afar. */
export function requirePlugin({ directory }: Store): void {
  if (findPackage(directory, PACKAGE)) return
  throw new UsageError(
    `${PACKAGE} is not installed in ${directory}. Add it first, for example with: npm install ${PACKAGE}`,
  )
}

function storeIn(directory: string): Store | undefined {
  const name = CONFIG_FILES.find((file) => existsSync(path.join(directory, file)))
  return name ? { directory, configFile: path.join(directory, name) } : undefined
}

function foldersBelow(folder: string, depth: number): string[] {
  if (depth === 0) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
    .map(({ name }) => path.join(folder, name))
    .flatMap((below) => [below, ...foldersBelow(below, depth - 1)])
}
