import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { requireMedusa, UnsupportedMedusaError } from "../require-medusa"

describe("requireMedusa", () => {
  let project: string

  beforeEach(() => {
    project = realpathSync(mkdtempSync(path.join(os.tmpdir(), "pagoefectivo-medusa-")))
  })
  afterEach(() => rmSync(project, { recursive: true }))

  function install(name: string, version: string): void {
    const folder = path.join(project, "node_modules", name)
    mkdirSync(path.join(folder, "dist"), { recursive: true })
    writeFileSync(path.join(folder, "dist/index.js"), "")
    // As Medusa's own packages: the manifest itself can't be imported.
    const exported = { ".": "./dist/index.js" }
    writeFileSync(
      path.join(folder, "package.json"),
      JSON.stringify({ name, version, exports: exported }),
    )
  }

  /** What a plugin in a folder of this project is told. */
  function answer(): string {
    try {
      requireMedusa(path.join(project, "node_modules/medusa-payment-pagoefectivo"))
      return "fine"
    } catch (error) {
      if (!(error instanceof UnsupportedMedusaError)) throw error
      return error.message
    }
  }

  it.each(["2.17.2", "2.18.0", "2.21.2", "3.0.0", "2.22.0-preview-20260101", "0.0.0-next"])(
    "takes Medusa %s",
    (version) => {
      install("@medusajs/framework", version)
      install("@medusajs/medusa", version)
      expect(answer()).toBe("fine")
    },
  )

  it.each(["2.17.1", "2.9.9", "1.20.11", "2.17.1-preview-20260101"])(
    "refuses Medusa %s and says what was found, where, and what to do",
    (version) => {
      install("@medusajs/framework", version)
      install("@medusajs/medusa", "2.17.2")
      const said = answer()
      expect(said).toMatch(/^medusa-payment-pagoefectivo \S+ needs Medusa 2\.17\.2 or later; /)
      expect(said).toContain(
        `found @medusajs/framework ${version} in ${path.join(project, "node_modules/@medusajs/framework")}`,
      )
      expect(said).toContain("Update the backend's @medusajs packages")
    },
  )

  it("refuses an old @medusajs/medusa beside a new framework", () => {
    install("@medusajs/framework", "2.21.2")
    install("@medusajs/medusa", "2.16.0")
    expect(answer()).toContain("found @medusajs/medusa 2.16.0")
  })

  it("names what is missing and from where it was looked for", () => {
    const said = answer()
    expect(said).toContain("found no @medusajs/framework that can be imported from")
    expect(said).toContain(project)
  })

  it("finds the Medusa of this repository", () => {
    expect(() => requireMedusa()).not.toThrow()
  })
})
