import { cp, writeFile } from "node:fs/promises"
import path from "node:path"
import { run } from "../support/child"
import { packedPackages } from "./packed"

const REPOSITORY = path.resolve(__dirname, "../..")

/** What is fetched from the npm registry to install with, beside the npm that is there. */
const TOOLS = {
  pnpm: { spec: "pnpm@10.34.9", program: "node_modules/pnpm/bin/pnpm.cjs" },
  yarn: { spec: "@yarnpkg/cli-dist@4.18.1", program: "node_modules/@yarnpkg/cli-dist/bin/yarn.js" },
}

const NPM_FLAGS = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"]

/** A package manager as a merchant uses it. */
export interface PackageManager {
  /** Name and version, for people. */
  readonly label: string
  /** Installs what the project's package.json names. */
  install(project: string): Promise<void>
  /** Adds a packed package to those of a folder of the project. */
  add(folder: string, name: string, tarball: string): Promise<void>
}

export async function npm(): Promise<PackageManager> {
  const version = (await run("npm", ["--version"], { cwd: REPOSITORY })).trim()
  return {
    label: `npm ${version}`,
    install: async (project) => {
      // Where the repository says which registry to use, the merchant's shop uses the same.
      await cp(path.join(REPOSITORY, ".npmrc"), path.join(project, ".npmrc"))
      await run("npm", ["install", ...NPM_FLAGS], { cwd: project })
    },
    add: async (folder, _name, tarball) => {
      await run("npm", ["install", tarball, ...NPM_FLAGS], { cwd: folder })
    },
  }
}

/** @param settings lines for `pnpm-workspace.yaml` */
export async function pnpm(settings: string[]): Promise<PackageManager> {
  const { call, version } = await fetchTool("pnpm")
  return {
    label: `pnpm ${version}`,
    install: async (project) => {
      await writeFile(path.join(project, "pnpm-workspace.yaml"), `${settings.join("\n")}\n`)
      await call(["install", "--prefer-offline"], project)
    },
    add: (folder, _name, tarball) => call(["add", tarball, "--prefer-offline"], folder),
  }
}

export async function yarn(): Promise<PackageManager> {
  const { call, version } = await fetchTool("yarn")
  const registry = (await run("npm", ["config", "get", "registry"], { cwd: REPOSITORY })).trim()
  return {
    label: `yarn ${version}`,
    install: async (project) => {
      const settings = [
        "nodeLinker: node-modules",
        "enableTelemetry: false",
        // Otherwise, in CI, nothing may be added.
        "enableImmutableInstalls: false",
        `npmRegistryServer: "${registry.replace(/\/$/, "")}"`,
      ]
      await writeFile(path.join(project, ".yarnrc.yml"), `${settings.join("\n")}\n`)
      await writeFile(path.join(project, "yarn.lock"), "")
      await call(["install"], project)
    },
    add: (folder, name, tarball) => call(["add", `${name}@file:${tarball}`], folder),
  }
}

/** Node of another major version, as a file to run. */
export async function fetchNode(major: number): Promise<string> {
  const name = `node-${process.platform}-${process.arch}`
  const folder = await fetchInto(`node-${major}`, `${name}@${major}`)
  return path.join(folder, "node_modules", name, "bin/node")
}

async function fetchTool(name: keyof typeof TOOLS) {
  const { spec, program } = TOOLS[name]
  const folder = await fetchInto(name, spec)
  const file = path.join(folder, program)
  const call = async (args: string[], cwd: string) => {
    await run(process.execPath, [file, ...args], { cwd })
  }
  return { call, version: spec.split("@").at(-1)! }
}

/** In a folder of its own for each process: specs that want the same may start at the same time. */
async function fetchInto(name: string, spec: string): Promise<string> {
  const folder = path.join(packedPackages().folder, `${name}-${process.pid}`)
  await run("npm", ["install", "--prefix", folder, spec, ...NPM_FLAGS], {
    cwd: packedPackages().folder,
  })
  return folder
}
