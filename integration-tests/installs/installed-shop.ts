import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { SANDBOX_KEYS } from "../../src/sandbox/well-known-keys"
import type { RunningProgram } from "../support/child"
import { createEmptyDatabase, type EmptyDatabase } from "../support/empty-database"
import { voucherOf, type Order } from "../support/shopper"
import { freePort } from "../support/start-store"
import { BackendProject } from "./backend-project"
import { reportInstalled, type Step } from "./compatibility"
import { furnish, sell, type Furniture } from "./first-sale"
import { packedPackages } from "./packed"
import type { PackageManager } from "./package-managers"

export const ADMIN = { email: "admin@example.com", password: "only-for-this-test" }
export const HOOK = "/hooks/payment/pagoefectivo_pagoefectivo"

/** A step installs, compiles or boots; together they stay below this on two slow cores. */
export const SET_UP_TIMEOUT_MS = 20 * 60_000

/** A merchant's backend with the packed plugin, its database and the sandbox. */
export class InstalledShop {
  readonly backend: BackendProject
  private seconds: Partial<Record<Step, number>> = {}
  environment: NodeJS.ProcessEnv = {}
  backendUrl = ""
  sandboxUrl = ""
  furniture?: Furniture
  private token?: string
  private running: { server?: RunningProgram; sandbox?: RunningProgram } = {}

  private constructor(
    /** The folder in which the package manager is called first. */
    readonly project: string,
    readonly manager: PackageManager,
    private readonly database: EmptyDatabase,
    backendFolder: string,
  ) {
    this.backend = new BackendProject(path.join(project, backendFolder))
  }

  /** An empty folder and an empty database. */
  static async create(manager: PackageManager, backendFolder = "."): Promise<InstalledShop> {
    const project = await mkdtemp(path.join(os.tmpdir(), "medusa-pagoefectivo-shop-"))
    const database = await createEmptyDatabase("installs")
    return new InstalledShop(project, manager, database, backendFolder)
  }

  /** A new store of nothing but Medusa, in one folder. */
  static async withMedusa(manager: PackageManager, medusa?: string): Promise<InstalledShop> {
    const shop = await InstalledShop.create(manager)
    await shop.backend.write({ medusa })
    await manager.install(shop.project)
    return shop
  }

  /** The plugin's package, added to the backend. */
  async addPlugin(): Promise<void> {
    await this.time("add", () =>
      this.manager.add(
        this.backend.directory,
        "medusa-payment-pagoefectivo",
        packedPackages().plugin,
      ),
    )
  }

  async startSandbox(): Promise<void> {
    const port = await freePort()
    this.backendUrl = `http://127.0.0.1:${port}`
    const sandbox = await this.backend.command(
      ["sandbox", "--port", "0", "--webhook", `${this.backendUrl}${HOOK}`],
      /Ctrl-C/,
    )
    this.running.sandbox = sandbox
    this.sandboxUrl = /http:\/\/\S+/.exec(sandbox.output())![0]
    this.environment = {
      HOST: "127.0.0.1",
      PORT: String(port),
      DATABASE_URL: this.database.url,
      STORE_CORS: this.backendUrl,
      ADMIN_CORS: this.backendUrl,
      AUTH_CORS: this.backendUrl,
      JWT_SECRET: "only-for-this-test",
      COOKIE_SECRET: "only-for-this-test",
      PAGOEFECTIVO_ACCESS_KEY: SANDBOX_KEYS.accessKey,
      PAGOEFECTIVO_SECRET_KEY: SANDBOX_KEYS.secretKey,
      PAGOEFECTIVO_SERVICE_ID: String(SANDBOX_KEYS.serviceId),
      PAGOEFECTIVO_BASE_URL: `${this.sandboxUrl}/v1`,
      PAGOEFECTIVO_BACKEND_URL: this.backendUrl,
    }
  }

  /** From the installed packages to a backend that answers. */
  async prepare(): Promise<void> {
    await this.time("build", () => this.backend.build(this.environment))
    await this.time("migrate", () => this.backend.medusa(["db:migrate"], this.environment))
    await this.backend.medusa(["user", "-e", ADMIN.email, "-p", ADMIN.password], this.environment)
    await this.start()
  }

  async start(env: NodeJS.ProcessEnv = {}, node?: string): Promise<RunningProgram> {
    const started = await this.time("start", () =>
      this.backend.start({ ...this.environment, ...env }, node),
    )
    this.running.server = started
    return started
  }

  async stop(): Promise<void> {
    await this.running.server?.stop()
    delete this.running.server
  }

  /** A guest's order, paid in the sandbox. */
  async sell(): Promise<Order> {
    this.furniture ??= await furnish((method, route, body) => this.admin(method, route, body))
    const { furniture, backendUrl, sandboxUrl } = this
    return this.time("sale", () => sell({ furniture: furniture!, backendUrl, sandboxUrl }))
  }

  async admin(method: string, route: string, body?: unknown): Promise<Record<string, unknown>> {
    const form = body instanceof FormData
    const response = await fetch(`${this.backendUrl}${route}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.logIn()}`,
        ...(form ? {} : { "content-type": "application/json" }),
      },
      body: form ? body : body === undefined ? undefined : JSON.stringify(body),
    })
    const answer = (await response.json()) as Record<string, unknown>
    if (!response.ok) {
      throw new Error(`${method} ${route} answered ${response.status}: ${JSON.stringify(answer)}`)
    }
    return answer
  }

  /** Adds a row to the table of what was tried, with the times since the last one. */
  async report(layout: string, node = process.versions.node): Promise<void> {
    const medusa = await this.backend.versionOf("@medusajs/medusa")
    reportInstalled({ layout, manager: this.manager.label, node, medusa, seconds: this.seconds })
    this.seconds = {}
  }

  /** Does something and keeps how long it took for the table; what is done twice is added up. */
  async time<Result>(step: Step, work: () => Promise<Result>): Promise<Result> {
    const startedAt = Date.now()
    const result = await work()
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    this.seconds[step] = (this.seconds[step] ?? 0) + seconds
    return result
  }

  async remove(): Promise<void> {
    await this.stop()
    await this.running.sandbox?.stop()
    await this.database.drop()
    await rm(this.project, { recursive: true, force: true })
  }

  private async logIn(): Promise<string> {
    if (this.token) return this.token
    const response = await fetch(`${this.backendUrl}/auth/user/emailpass`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(ADMIN),
    })
    const { token } = (await response.json()) as { token: string }
    this.token = token
    return token
  }
}

/** What a paid order shows, whatever it was installed with. */
export function expectPaid(order: Order): void {
  expect(order).toMatchObject({ payment_status: "captured" })
  expect(voucherOf(order)).toMatchObject({ status: "paid" })
}
