import { mkdir, readFile, symlink, writeFile } from "node:fs/promises"
import path from "node:path"
import { run, runUntil, type RunningProgram } from "../support/child"

const REPOSITORY = path.resolve(__dirname, "../..")

/** Medusa's own packages in its starter: each is looked for from the project by one of them. */
const MEDUSA = [
  "@medusajs/admin-sdk",
  "@medusajs/admin-shared",
  "@medusajs/caching",
  "@medusajs/cli",
  "@medusajs/dashboard",
  "@medusajs/draft-order",
  "@medusajs/framework",
  "@medusajs/medusa",
]

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

/** What the newest Medusa's admin is made of; an older one has other versions, and brings them. */
const ADMIN_PACKAGES = [
  "@medusajs/ui",
  "@tanstack/react-query",
  "react-i18next",
  "react-router-dom",
]

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

/** The READMEs' configuration, with nothing but what every Medusa store has in its own. */
const MEDUSA_CONFIG = `
import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import { withPagoEfectivo } from "medusa-payment-pagoefectivo/config"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

module.exports = defineConfig(
  withPagoEfectivo(
    {},
    {
      projectConfig: {
        databaseUrl: process.env.DATABASE_URL,
        databaseDriverOptions: { ssl: false, sslmode: "disable" },
        http: {
          storeCors: process.env.STORE_CORS!,
          adminCors: process.env.ADMIN_CORS!,
          authCors: process.env.AUTH_CORS!,
          jwtSecret: process.env.JWT_SECRET,
          cookieSecret: process.env.COOKIE_SECRET,
        },
      },
    },
  ),
)
`

/** A merchant's Medusa project: nothing in it but Medusa. */
export class BackendProject {
  constructor(readonly directory: string) {}

  /**
   * Writes the files of a newcomer's project.
   * @param medusa the version; by default the one that the plugin is developed with
   */
  async write({
    medusa,
    name = "shop-backend",
  }: {
    medusa?: string
    name?: string
  }): Promise<void> {
    const { devDependencies } = JSON.parse(
      await readFile(path.join(REPOSITORY, "package.json"), "utf8"),
    ) as { devDependencies: Record<string, string> }
    const ours = (names: string[]) =>
      Object.fromEntries(names.map((name) => [name, devDependencies[name]]))
    const version = medusa ?? devDependencies["@medusajs/medusa"]
    await mkdir(path.join(this.directory, "src"), { recursive: true })
    await this.writeJson("package.json", {
      name,
      private: true,
      version: "0.0.1",
      dependencies: Object.fromEntries(MEDUSA.map((name) => [name, version])),
      devDependencies: ours(medusa ? STARTER_TOOLS : [...STARTER_TOOLS, ...ADMIN_PACKAGES]),
    })
    await this.writeJson("tsconfig.json", TSCONFIG)
    await writeFile(path.join(this.directory, "medusa-config.ts"), MEDUSA_CONFIG)
  }

  /** The version of a package that is installed in the project. */
  async versionOf(name: string): Promise<string> {
    const file = path.join(this.directory, "node_modules", name, "package.json")
    return (JSON.parse(await readFile(file, "utf8")) as { version: string }).version
  }

  /** Runs `medusa …` in the project. */
  async medusa(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
    return run(process.execPath, [this.cli(), ...args], { cwd: this.directory, env })
  }

  /** Evaluates CommonJS code in the project and gives what it prints. */
  async evaluate(code: string): Promise<string> {
    return run(process.execPath, ["--eval", code], { cwd: this.directory })
  }

  /** Starts the plugin's command until its output matches. */
  async command(args: string[], ready: RegExp): Promise<RunningProgram> {
    const file = path.join(this.directory, "node_modules/.bin/medusa-payment-pagoefectivo")
    return runUntil(ready, file, args, { cwd: this.directory })
  }

  /** Starts what `medusa build` made, as in production, with the project's own packages. */
  async start(env: NodeJS.ProcessEnv, node = process.execPath): Promise<RunningProgram> {
    return runUntil(/Server is ready on port/, node, [this.cli(), "start"], {
      cwd: path.join(this.directory, ".medusa/server"),
      env: { ...env, NODE_ENV: "production" },
    })
  }

  /** Builds server and admin; what is built finds the project's packages. */
  async build(env: NodeJS.ProcessEnv): Promise<void> {
    await this.medusa(["build"], env)
    const packages = path.join(this.directory, "node_modules")
    await symlink(packages, path.join(this.directory, ".medusa/server/node_modules"))
  }

  private cli(): string {
    return path.join(this.directory, "node_modules/@medusajs/cli/cli.js")
  }

  private async writeJson(file: string, content: unknown): Promise<void> {
    await writeFile(path.join(this.directory, file), JSON.stringify(content, null, 2))
  }
}
