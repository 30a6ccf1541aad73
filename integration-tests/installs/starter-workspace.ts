import { cp, writeFile } from "node:fs/promises"
import path from "node:path"
import { run, runUntil, type RunningProgram } from "../support/child"
import { freePort } from "../support/start-store"
import { InstalledShop } from "./installed-shop"
import { packedPackages } from "./packed"
import { pnpm } from "./package-managers"

const TEMPLATE = path.join(__dirname, "starter")

/** As in Medusa's own starter. */
const WORKSPACE = ["packages:", '  - "apps/**"', '  - "!apps/backend/.medusa/**"']

const NEXT_ENVIRONMENT = { NEXT_TELEMETRY_DISABLED: "1" }

/** A pnpm workspace as Medusa's starter: a backend and a storefront of Next.js. */
export class StarterWorkspace {
  readonly storefront: string
  storefrontUrl = ""
  private server?: RunningProgram

  private constructor(readonly shop: InstalledShop) {
    this.storefront = path.join(shop.project, "apps/storefront")
  }

  /** The workspace before PagoEfectivo, installed. */
  static async create(): Promise<StarterWorkspace> {
    const manager = await pnpm(WORKSPACE)
    const shop = await InstalledShop.create(manager, "apps/backend")
    await shop.backend.write({ name: "@dtc/backend" })
    await cp(TEMPLATE, shop.project, { recursive: true })
    await manager.install(shop.project)
    return new StarterWorkspace(shop)
  }

  /** Both packages, each where it belongs. */
  async addPackages(): Promise<void> {
    const { shop, storefront } = this
    await shop.addPlugin()
    const { storefront: tarball } = packedPackages()
    await shop.time("add", () =>
      shop.manager.add(storefront, "medusa-payment-pagoefectivo-storefront", tarball),
    )
  }

  /**
   * Sets the store up for Peru by the plugin's command.
   * @returns the lines that it tells to write into the storefront's environment
   */
  async initialise(): Promise<string[]> {
    const { environment } = this.shop
    const own = Object.entries(environment).filter(([name]) => !name.startsWith("PAGOEFECTIVO_"))
    const output = await this.shop.time("init", () => this.command("init", Object.fromEntries(own)))
    return [...output.matchAll(/NEXT_PUBLIC_\w+=\S+/g)].map(([line]) => line)
  }

  /** Where the storefront will be; the backend has to allow it. */
  async chooseAddress(): Promise<void> {
    this.storefrontUrl = `http://localhost:${await freePort()}`
    this.shop.environment.STORE_CORS = this.storefrontUrl
  }

  /** Has the plugin's command do what the guide says, builds the storefront and starts it as in production. */
  async startStorefront(environment: string[]): Promise<void> {
    await this.command("storefront")
    const lines = [
      `NEXT_PUBLIC_MEDUSA_BACKEND_URL=${this.shop.backendUrl}`,
      "NEXT_PUBLIC_SHOP_LANGUAGE=es",
      ...environment,
    ]
    await writeFile(path.join(this.storefront, ".env.local"), `${lines.join("\n")}\n`)
    await this.shop.time("storefront", async () => {
      await run("node_modules/.bin/next", ["build"], this.next())
      const args = ["start", "--port", new URL(this.storefrontUrl).port]
      this.server = await runUntil(/Ready in/, "node_modules/.bin/next", args, this.next())
    })
  }

  async remove(): Promise<void> {
    await this.server?.stop()
    await this.shop.remove()
  }

  private command(name: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
    const cwd = this.shop.backend.directory
    return run("npx", ["medusa-payment-pagoefectivo", name, "--yes"], { cwd, env })
  }

  private next() {
    return { cwd: this.storefront, env: NEXT_ENVIRONMENT }
  }
}
