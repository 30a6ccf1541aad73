import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { UsageError } from "../../usage-error"
import { findStore } from "../find-store"

let root: string
beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(os.tmpdir(), "find-store-")))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(file: string) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), "")
}

describe("the store that a command is about", () => {
  it("is the folder's own, and its JavaScript configuration before the TypeScript one", () => {
    write("medusa-config.ts")
    write("apps/other/medusa-config.ts")
    expect(findStore(root).configFile).toBe(path.join(root, "medusa-config.ts"))
    write("medusa-config.js")
    expect(findStore(root).configFile).toBe(path.join(root, "medusa-config.js"))
  })

  it("is the only one of a workspace, wherever its packages lie", () => {
    write("apps/backend/medusa-config.ts")
    write("apps/storefront/package.json")
    write("node_modules/some/medusa-config.js")
    write(".medusa/server/medusa-config.js")
    write("deeply/nested/in/medusa-config.js")
    expect(findStore(root).directory).toBe(path.join(root, "apps/backend"))
  })

  it("is asked for where there are several, or none", () => {
    expect(() => findStore(root)).toThrow(UsageError)
    expect(() => findStore(root)).toThrow(/no medusa-config\.js or medusa-config\.ts in .*--dir/)
    write("apps/a/medusa-config.ts")
    write("apps/b/medusa-config.js")
    expect(() => findStore(root)).toThrow(/several Medusa stores here: apps\/a, apps\/b\. .*--dir/)
    expect(findStore(path.join(root, "apps/b")).directory).toBe(path.join(root, "apps/b"))
  })
})
