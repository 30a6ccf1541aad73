import { mkdtemp } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { run } from "../support/child"
import { reportFigure } from "../support/report"
import { tableHead } from "./compatibility"
import { PACKAGES, type PackedPackages } from "./packed"

const REPOSITORY = path.resolve(__dirname, "../..")

/**
 * Runs once before the install tests: builds both packages and packs them as for publishing. CI has
 * just built them and says so with `PACK_WHAT_IS_BUILT=true`.
 */
export default async function pack(): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "medusa-pagoefectivo-packed-"))
  if (process.env.PACK_WHAT_IS_BUILT !== "true") {
    await run("npm", ["run", "build"], { cwd: REPOSITORY })
  }
  const packed: PackedPackages = {
    folder,
    plugin: await packInto(folder, "."),
    storefront: await packInto(folder, "./.medusa/storefront"),
  }
  process.env[PACKAGES] = JSON.stringify(packed)
  reportFigure(tableHead())
}

async function packInto(folder: string, what: string): Promise<string> {
  const output = await run(
    "npm",
    ["pack", what, "--json", "--ignore-scripts", "--pack-destination", folder, "--loglevel=error"],
    { cwd: REPOSITORY },
  )
  const [packed] = JSON.parse(output) as { filename: string }[]
  return path.join(folder, packed!.filename)
}
