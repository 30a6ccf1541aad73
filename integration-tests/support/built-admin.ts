import { cp, symlink } from "node:fs/promises"
import path from "node:path"
import { keptBuild, ROOT, runScript } from "./kept-build"

/** What goes into the admin's bundle. */
const SOURCES = ["src/admin", "src/reconciliation", "src/peru", "src/texts"]

/**
 * The dashboard with the plugin's extensions, built as a merchant's store builds it.
 * @returns the folder with `index.html`
 */
export async function builtAdmin(): Promise<string> {
  return path.join(await keptBuild("admin", SOURCES, build), "public/admin")
}

async function build(draft: string): Promise<void> {
  for (const name of ["package.json", ...SOURCES]) {
    await cp(path.join(ROOT, name), path.join(draft, name), { recursive: true })
  }
  for (const name of ["node_modules", "tsconfig.json"]) {
    await symlink(path.join(ROOT, name), path.join(draft, name))
  }
  await runScript("integration-tests/support/build-admin.mjs", [], draft)
}
