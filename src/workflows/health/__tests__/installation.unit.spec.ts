import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { checkInstallation } from "../check-installation"
import manifest from "../../../../package.json"
import { findPackage } from "../../../config/installed-package"
import { versions } from "../checks/versions"
import { findInstallation } from "../installation"
import en from "../../../texts/en/health.json"
import es from "../../../texts/es/health.json"
import zh from "../../../texts/zh/health.json"

const PLUGIN = "medusa-payment-pagoefectivo"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "installation-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function install(place: string, name: string, version: string): string {
  const directory = path.join(folder, place, "node_modules", name)
  mkdirSync(directory, { recursive: true })
  writeFileSync(path.join(directory, "package.json"), JSON.stringify({ name, version }))
  return directory
}

function installMedusa(place: string, version: string) {
  for (const name of ["framework", "medusa", "cli"]) install(place, `@medusajs/${name}`, version)
}

function look(place = "") {
  const checks = checkInstallation(path.join(folder, place))
  return Object.fromEntries(checks.map((check) => [check.id, check]))
}

describe("what is installed for a store", () => {
  it("is found in the store's folder or above, as Node does", () => {
    installMedusa("", "2.21.2")
    mkdirSync(path.join(folder, "apps/backend"), { recursive: true })
    expect(look("apps/backend").versions).toMatchObject({
      state: "ok",
      data: { medusa: "2.21.2", node: process.versions.node },
    })
  })

  it("is a problem where Medusa is missing or too old, and a warning where versions are mixed", () => {
    expect(look().versions).toMatchObject({ state: "problem", data: { finding: "no_medusa" } })
    installMedusa("", "2.17.1")
    expect(look().versions).toMatchObject({ state: "problem", data: { finding: "medusa" } })
    installMedusa("", "2.17.2")
    expect(look().versions?.state).toBe("ok")
    install("", "@medusajs/cli", "2.21.2")
    expect(look().versions).toMatchObject({
      state: "warning",
      data: {
        finding: "mixed",
        packages: ["@medusajs/framework 2.17.2", "@medusajs/medusa 2.17.2", "@medusajs/cli 2.21.2"],
      },
    })
  })

  it("is held to the Medusa that the package names as its peers, and the texts name it", () => {
    const { "@medusajs/medusa": medusa, "@medusajs/framework": framework } =
      manifest.peerDependencies
    expect(framework).toBe(medusa)
    for (const { versions: texts } of [en, es, zh]) {
      expect(texts.is_medusa).toContain(medusa.replace(">=", ""))
    }
  })

  it("may be a build of Medusa without a number of its own", () => {
    installMedusa("", "0.0.0-next-20260101")
    expect(look().versions?.state).toBe("ok")
  })

  it("can't be told where a package file is damaged", () => {
    installMedusa("", "2.21.2")
    writeFileSync(path.join(folder, "node_modules/@medusajs/medusa/package.json"), "{")
    expect(look().versions?.state).toBe("unknown")
  })

  it.each([
    ["20.18.3", "problem"],
    ["20.19.0", "ok"],
    ["21.7.0", "problem"],
    ["22.11.0", "problem"],
    ["22.12.0", "ok"],
    ["24.0.0", "ok"],
  ])("Node %s: %s", (node, state) => {
    installMedusa("", "2.21.2")
    expect(versions({ ...findInstallation(folder), node }).state).toBe(state)
  })
})

describe("copies", () => {
  it("are two where the store has one plugin and another one runs", () => {
    installMedusa("", "2.21.2")
    install("", PLUGIN, "0.0.9")
    expect(look().copies).toMatchObject({ state: "problem", data: { finding: "plugin" } })
  })

  it("of Medusa are two where the plugin would load another one than the store", () => {
    installMedusa("", "2.21.2")
    install(`node_modules/${PLUGIN}`, "@medusajs/framework", "2.20.0")
    install("", PLUGIN, "0.1.0")
    const { plugins, frameworks } = findInstallation(folder)
    expect(plugins.map(({ version }) => version)).toContain("0.1.0")
    expect(frameworks.map(({ version }) => version)).toEqual(
      expect.arrayContaining(["2.21.2", "2.20.0"]),
    )
  })

  it("count once behind links, as pnpm lays them", () => {
    const real = install("node_modules/.pnpm/framework@2.21.2", "@medusajs/framework", "2.21.2")
    mkdirSync(path.join(folder, "node_modules/@medusajs"), { recursive: true })
    symlinkSync(real, path.join(folder, "node_modules/@medusajs/framework"))
    expect(findPackage(folder, "@medusajs/framework")?.directory).toBe(
      findPackage(path.join(folder, "src/deep"), "@medusajs/framework")?.directory,
    )
  })
})
