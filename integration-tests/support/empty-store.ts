import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { run, runUntil, type RunningProgram } from "./child"

const REPOSITORY = path.resolve(__dirname, "../..")

const MEDUSA = ["@medusajs/admin-sdk", "@medusajs/cli", "@medusajs/framework", "@medusajs/medusa"]

/** What Medusa's own starter has beside Medusa, for TypeScript and the admin's build. */
const STARTER_TOOLS = [
  "@swc/core",
  "@types/node",
  "@types/react",
  "react",
  "react-dom",
  "ts-node",
  "typescript",
]

const NPM_FLAGS = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"]

const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    module: "Node16",
    moduleResolution: "Node16",
    esModuleInterop: true,
    skipLibCheck: true,
    strictNullChecks: true,
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    outDir: ".medusa/server",
    rootDir: "./",
  },
  include: ["**/*"],
  exclude: ["node_modules", ".medusa"],
}

/** A Medusa project of a merchant: nothing in it but Medusa. */
export class EmptyStore {
  private constructor(readonly directory: string) {}

  /**
   * Makes the project in a temporary folder and installs Medusa, as a newcomer would: in the version
   * that the plugin is developed with, or in `MEDUSA_VERSION`.
   */
  static async create(medusaConfig: string): Promise<EmptyStore> {
    const store = new EmptyStore(
      await mkdtemp(path.join(os.tmpdir(), "medusa-pagoefectivo-store-")),
    )
    const { devDependencies } = JSON.parse(
      await readFile(path.join(REPOSITORY, "package.json"), "utf8"),
    ) as { devDependencies: Record<string, string> }
    const versions = (names: string[], version?: string) =>
      Object.fromEntries(names.map((name) => [name, version ?? devDependencies[name]]))
    await store.writeJson("package.json", {
      name: "empty-store",
      private: true,
      version: "0.0.1",
      dependencies: versions(MEDUSA, process.env.MEDUSA_VERSION),
      devDependencies: versions(STARTER_TOOLS),
    })
    await store.writeJson("tsconfig.json", TSCONFIG)
    await writeFile(path.join(store.directory, "medusa-config.ts"), medusaConfig)
    await mkdir(path.join(store.directory, "src"))
    // Where the repository says which registry to use, the merchant's shop uses the same.
    await cp(path.join(REPOSITORY, ".npmrc"), path.join(store.directory, ".npmrc"))
    await store.npm("install")
    return store
  }

  async npm(...args: string[]): Promise<string> {
    return run("npm", [...args, ...NPM_FLAGS], { cwd: this.directory })
  }

  /** The version of a package that is installed in the project. */
  async versionOf(name: string): Promise<string> {
    const file = path.join(this.directory, "node_modules", name, "package.json")
    return (JSON.parse(await readFile(file, "utf8")) as { version: string }).version
  }

  /** Runs `npx medusa …` in the project. */
  async medusa(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
    return run("npx", ["--no-install", "medusa", ...args], { cwd: this.directory, env })
  }

  /** Evaluates CommonJS code in the project and gives what it prints. */
  async evaluate(code: string): Promise<string> {
    return run(process.execPath, ["--eval", code], { cwd: this.directory })
  }

  /** Starts a program of an installed package until its output matches. */
  async program(ready: RegExp, name: string, args: string[]): Promise<RunningProgram> {
    const file = path.join(this.directory, "node_modules/.bin", name)
    return runUntil(ready, file, args, { cwd: this.directory })
  }

  /** Starts what `medusa build` made, as in production, with the project's own packages. */
  async start(env: NodeJS.ProcessEnv): Promise<RunningProgram> {
    const cwd = path.join(this.directory, ".medusa/server")
    await symlink(path.join(this.directory, "node_modules"), path.join(cwd, "node_modules"))
    const cli = path.join(this.directory, "node_modules/@medusajs/cli/cli.js")
    return runUntil(/Server is ready on port/, process.execPath, [cli, "start"], {
      cwd,
      env: { ...env, NODE_ENV: "production" },
    })
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true })
  }

  private async writeJson(file: string, content: unknown): Promise<void> {
    await writeFile(path.join(this.directory, file), JSON.stringify(content, null, 2))
  }
}

/** Builds the plugin and packs it as it would be published; gives the tarball's path. */
export async function packPlugin(destination: string): Promise<string> {
  await run("npm", ["run", "build"], { cwd: REPOSITORY })
  const output = await run(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", destination, "--loglevel=error"],
    { cwd: REPOSITORY },
  )
  const packed = JSON.parse(output) as { filename: string }[]
  return path.join(destination, packed[0]!.filename)
}
