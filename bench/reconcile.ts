/**
 * A month of vouchers and its settlement report, imported and reconciled in a running store, with
 * each kind of mistake in a known number. Beside it, measured in the same run: the floor (`COPY` of
 * the same file and one hash join in bare SQL), the same month in DuckDB, and what a shopper at the
 * store notices meanwhile. Sizes by argument: `npm run bench:reconcile -- 10000 100000 1000000`.
 */
import { createReadStream, createWriteStream } from "node:fs"
import { mkdtemp, readFile, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import { isDeepStrictEqual } from "node:util"
import pg from "pg"
import { from as copyFrom, to as copyTo } from "pg-copy-streams"
import { Admin } from "../integration-tests/support/admin"
import { bootShop, type BootedShop } from "../integration-tests/support/booted-shop"
import { eventually } from "../integration-tests/support/eventually"
import { uploadReport } from "../integration-tests/support/upload"
import { analyseWithDuckDb } from "./support/analyst"
import { ensureDatabaseServer } from "./support/database-server"
import { percentile } from "./support/latency"
import { childMemory } from "./support/process-memory"
import { expectedCounts, FEES, fillStore, writeReport } from "./support/settlement-month"

const DEFAULT_SIZES = [10_000, 100_000, 1_000_000]
const LIGHT_LOAD_PAUSE_MS = 100
const BASELINE_REQUESTS = 50
const RUN_TIMEOUT_MS = 30 * 60_000
const GOAL_RATIO = 3
const GOAL_PEAK_MB = 300

interface Run {
  status: string
  error: string | null
  counts: Record<string, number>
  duration_seconds: number
}

async function main(): Promise<void> {
  const sizes = sizesAskedFor(process.argv.slice(2))
  const stopServer = await ensureDatabaseServer()
  try {
    const rows = []
    for (const size of sizes) rows.push(await measure(size))
    console.table(rows)
    console.log(
      `Goals: at most ${GOAL_RATIO} × the floor at a million lines; at most ${GOAL_PEAK_MB} MB, flat from 100,000 on; the p95 at most doubles.`,
    )
  } finally {
    await stopServer()
  }
}

function sizesAskedFor(args: string[]): number[] {
  const wrong = args.find((arg) => !/^[1-9]\d*$/.test(arg))
  if (wrong !== undefined) {
    throw new Error(`A size is a whole number of vouchers, such as 100000, and not "${wrong}".`)
  }
  return args.length > 0 ? args.map(Number) : DEFAULT_SIZES
}

async function measure(vouchers: number) {
  const folder = await mkdtemp(join(tmpdir(), "bench-reconcile-"))
  const reportPath = join(folder, "report.csv")
  const vouchersPath = join(folder, "vouchers.csv")
  const shop = await bootShop({
    env: { LOG_LEVEL: "error" },
    options: { settlement: { fees: FEES } },
  })
  try {
    await fillStore(shop.database, vouchers)
    const lines = await writeReport(reportPath, vouchers)
    const floorSeconds = await measureFloor(shop, reportPath, [])
    const keyedSeconds = await measureFloor(shop, reportPath, KEYS)
    await exportVouchers(shop, vouchersPath)
    const duckDb = await analyseWithDuckDb(reportPath, vouchersPath)
    const own = await measureOwn(shop, reportPath)
    check(own.run, vouchers)
    const seconds = own.importSeconds + own.run.duration_seconds
    return {
      lines,
      "file MB": Math.round((await stat(reportPath)).size / 1e6),
      "floor s": floorSeconds.toFixed(1),
      "keyed floor s": keyedSeconds.toFixed(1),
      "import s": own.importSeconds.toFixed(1),
      "reconcile s": own.run.duration_seconds.toFixed(1),
      "lines/s": Math.round(lines / seconds),
      "× floor": (seconds / floorSeconds).toFixed(1),
      "× keyed": (seconds / keyedSeconds).toFixed(1),
      "DuckDB s": duckDb.seconds.toFixed(1),
      "store MB before": Math.round(own.residentMb),
      "peak MB": Math.round(own.peakMb),
      "added MB": Math.round(own.peakMb - own.residentMb),
      "p95 ms idle": own.idleP95.toFixed(0),
      "p95 ms meanwhile": own.busyP95.toFixed(0),
    }
  } finally {
    await shop.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const COLUMNS = `external_reference text, payment_id text, status text, amount numeric, currency text,
  fee numeric, net numeric, date_created timestamptz, date_credited timestamptz, type text,
  payout_id text, settlement_currency text, fx_rate text`

/** What a table of lines can't do without: a row's own key, and finding one by what it says. */
const KEYS = [
  "ALTER TABLE bench_floor ADD line bigserial PRIMARY KEY",
  `ALTER TABLE bench_floor ADD fingerprint uuid GENERATED ALWAYS AS
     (md5(external_reference || payment_id || type || status || amount)::uuid) STORED`,
  "CREATE INDEX ON bench_floor (fingerprint)",
  "CREATE INDEX ON bench_floor (external_reference)",
  "CREATE INDEX ON bench_floor (payout_id)",
]

/**
 * The least that any solution has to do: take the file in, and join it with the vouchers once. With
 * keys: the same, into a table in which a line can be found and told from its double.
 */
async function measureFloor(shop: BootedShop, path: string, keys: string[]): Promise<number> {
  return withClient(shop, async (client) => {
    await client.query("SET work_mem = '64MB'")
    await client.query(`CREATE TABLE bench_floor (${COLUMNS})`)
    for (const key of keys) await client.query(key)
    const started = performance.now()
    const columns = COLUMNS.replace(/ \w+(,|$)/g, "$1")
    const copy = client.query(
      copyFrom(`COPY bench_floor (${columns}) FROM STDIN WITH (FORMAT csv, HEADER)`),
    )
    await pipeline(createReadStream(path), copy)
    await client.query(
      `SELECT count(*), sum(f.amount), sum(v.amount_centimos) FROM bench_floor f
       JOIN pagoefectivo_voucher v ON v.transaction_code = f.external_reference`,
    )
    const seconds = (performance.now() - started) / 1_000
    await client.query("DROP TABLE bench_floor")
    return seconds
  })
}

function exportVouchers(shop: BootedShop, path: string): Promise<void> {
  return withClient(shop, async (client) => {
    const rows = client.query(
      copyTo(
        `COPY (SELECT transaction_code, amount_centimos / 100.0 AS amount,
                      captured_at IS NOT NULL AS captured FROM pagoefectivo_voucher)
         TO STDOUT WITH (FORMAT csv, HEADER)`,
      ),
    )
    await pipeline(rows, createWriteStream(path))
  })
}

async function withClient<T>(shop: BootedShop, job: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: shop.database.url })
  await client.connect()
  try {
    return await job(client)
  } finally {
    await client.end()
  }
}

async function measureOwn(shop: BootedShop, path: string) {
  const admin = await Admin.logIn(shop.store)
  const content = await readFile(path)
  const idle: number[] = []
  for (let n = 0; n < BASELINE_REQUESTS; n += 1) idle.push(await browse(shop))
  const memory = childMemory()
  const residentMb = memory.residentMb()
  memory.resetPeak()
  const shopping = keepShopping(shop)
  const started = performance.now()
  const { status, body } = await uploadReport(admin, "month.csv", content)
  const importSeconds = (performance.now() - started) / 1_000
  if (status !== 201) throw new Error(`The upload was answered ${status}: ${body.message}`)
  const run = await reconcile(admin)
  const busy = await shopping.stop()
  return {
    importSeconds,
    run,
    residentMb,
    peakMb: memory.peakMb(),
    idleP95: percentile(idle, 0.95),
    busyP95: percentile(busy, 0.95),
  }
}

async function reconcile(admin: Admin): Promise<Run> {
  const { reconciliation } = await admin.must<{ reconciliation: { id: string } }>(
    "/admin/pagoefectivo/reconciliations",
    { body: {} },
  )
  const path = `/admin/pagoefectivo/reconciliations/${reconciliation.id}`
  const { reconciliation: run } = await eventually(
    () => admin.must<{ reconciliation: Run }>(path),
    ({ reconciliation: found }) => found.status === "completed" || found.status === "failed",
    { what: "the end of the reconciliation", timeoutMs: RUN_TIMEOUT_MS },
  )
  if (run.status !== "completed") throw new Error(`The reconciliation failed: ${run.error}`)
  return run
}

/** One light request of a shopper, in milliseconds. */
async function browse(shop: BootedShop): Promise<number> {
  const started = performance.now()
  // The store may close a connection that was idle at the very moment in which it is used again.
  const ask = () => shop.shopper.call("/store/products?limit=1")
  await ask().catch(ask)
  return performance.now() - started
}

function keepShopping(shop: BootedShop): { stop(): Promise<number[]> } {
  const samples: number[] = []
  let going = true
  const done = (async () => {
    while (going) {
      samples.push(await browse(shop))
      await new Promise((next) => setTimeout(next, LIGHT_LOAD_PAUSE_MS))
    }
  })()
  return {
    stop: async () => {
      going = false
      await done
      return samples
    },
  }
}

function check(run: Run, vouchers: number): void {
  const expected = expectedCounts(vouchers)
  if (isDeepStrictEqual(sorted(run.counts), sorted(expected))) return
  throw new Error(
    `The reconciliation found ${JSON.stringify(sorted(run.counts))} instead of ${JSON.stringify(sorted(expected))}`,
  )
}

function sorted(counts: object): object {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
