/**
 * A store in a process of its own, as `medusa start` runs it, furnished by the demo's seed. Tests
 * talk to it over HTTP; only what has no address (scheduled jobs) is asked for over IPC.
 */
import { once } from "node:events"
import { readdirSync } from "node:fs"
import type { Server } from "node:http"
import path from "node:path"
import { inspect } from "node:util"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { container } from "@medusajs/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import start from "@medusajs/medusa/commands/start"
import { seedShop } from "../../demo/seed"
import { pagoEfectivo } from "../../src/workflows/container"
import { eventually } from "./eventually"
import type { Memory, StoreAnswer, StoreRequest } from "./store-messages"

const JOBS_FOLDER = path.resolve(__dirname, "../../src/jobs")

type Job = (container: MedusaContainer) => Promise<void>
/** What a job file exports; loaded as an ES module it is wrapped once more. */
type JobModule = { default: Job | { default: Job } }

function tell(answer: StoreAnswer): void {
  process.send?.(answer)
}

async function runJob(name: string, mayBeLeft: boolean): Promise<void> {
  const file = readdirSync(JOBS_FOLDER).find((entry) => path.parse(entry).name === name)
  if (!file) throw new Error(`There is no job ${name} in src/jobs`)
  const loaded = (await import(path.join(JOBS_FOLDER, file))) as JobModule
  const job = typeof loaded.default === "function" ? loaded.default : loaded.default.default
  if (mayBeLeft) return job(container)
  const askedAt = new Date()
  // A job leaves the work to a run that its own schedule began, which may have begun too early.
  await eventually(
    async () => {
      await job(container)
      return lastRunOf(name)
    },
    (lastRun) => lastRun !== undefined && lastRun >= askedAt,
    { what: `a run of ${name} of its own` },
  )
}

async function lastRunOf(name: string): Promise<Date | undefined> {
  const [run] = await pagoEfectivo(container).listJobRuns({ name })
  return run?.started_at ? new Date(run.started_at) : undefined
}

/** Runs one of the plugin's public workflows, as a store's own code would. */
async function runWorkflow(name: string, input: object): Promise<unknown> {
  const exported = (await import("../../src/workflows/index.js")) as unknown as Record<
    string,
    Runnable
  >
  const workflow = exported[name]
  if (!workflow) throw new Error(`src/workflows exports no ${name}`)
  return (await workflow(container).run({ input })).result
}

type Runnable = (container: MedusaContainer) => {
  run(options: { input: object }): Promise<{ result: unknown }>
}

/** Calls a payment provider as the platform's payment module does, also where no address leads. */
async function callProvider(providerId: string, method: string, input: object): Promise<unknown> {
  const { paymentProviderService_: providers } = container.resolve(Modules.PAYMENT) as unknown as {
    paymentProviderService_: ProviderRegistry
  }
  return providers.retrieveProvider(providerId)[method]?.(input)
}

interface ProviderRegistry {
  retrieveProvider(id: string): Record<string, (input: object) => Promise<unknown>>
}

/** Native memory is given back only when the objects that stand for it are gone, hence twice. */
function measureMemory(): Memory {
  setFlagsFromString("--expose-gc")
  const collect = runInNewContext("gc") as () => void
  collect()
  collect()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heldBytes: heapUsed + external, residentBytes: rss }
}

async function carryOut(request: Exclude<StoreRequest, { start: true }>): Promise<unknown> {
  if ("measure" in request) return measureMemory()
  if ("job" in request) return runJob(request.job, request.mayBeLeft)
  if ("workflow" in request) return runWorkflow(request.workflow, request.input)
  return callProvider(request.providerId, request.method, request.input)
}

process.on("message", (request: StoreRequest) => {
  if ("start" in request) return
  carryOut(request).then(
    (result) => tell({ type: "done", id: request.id, result }),
    (error: unknown) => tell({ type: "refused", id: request.id, reason: String(error) }),
  )
})
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"))

/** Loads what a start would load first, and waits to be called. */
async function beOnCall(): Promise<void> {
  await import("@medusajs/medusa/core-flows")
  await import("@medusajs/framework/mikro-orm/postgresql")
  tell({ type: "loaded" })
  for (;;) {
    const [request] = (await once(process, "message")) as [StoreRequest]
    if ("start" in request) return
  }
}

async function serve(): Promise<void> {
  const { STORE_EVENTS_FILE } = process.env
  const merchant = STORE_EVENTS_FILE ? await import("./merchant-code.js") : undefined
  if (process.env.STORE_ON_CALL === "true") await beOnCall()
  const started = await start({
    directory: process.env.STORE_DIRECTORY ?? path.resolve(__dirname, "../.."),
    port: Number(process.env.PORT),
    host: "127.0.0.1",
  })
  if (!started) throw new Error("Medusa did not start")
  const server = started.server as unknown as Server
  if (!server.listening) await once(server, "listening")
  if (STORE_EVENTS_FILE) merchant?.noteEvents(container, STORE_EVENTS_FILE)
  tell({ type: "ready", shop: await seedShop(container) })
}

serve().catch((error: unknown) => {
  tell({
    type: "failed",
    // Errors of the platform's workflows may be plain objects.
    reason: error instanceof Error ? (error.stack ?? error.message) : inspect(error),
  })
  process.exit(1)
})
