import { rm, mkdtemp, open } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openReport } from "../src/settlement"

const ROWS_PER_WRITE = 10_000
const BATCHES_PER_LOOK = 16
const NOW = new Date("2027-01-01T00:00:00Z")

type Row = (n: number) => string

const KINDS: { name: string; header: string; row: Row }[] = [
  {
    name: "standard_csv",
    header:
      "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,type,payout_id\n",
    row: (n) =>
      `payses_01J${String(n).padStart(23, "0")},${2_500_000 + n},settled,69.90,PEN,2.89,67.01,2026-10-07T12:00:00-05:00,2026-10-09T12:00:00-05:00,payment,PO-1\n`,
  },
  {
    name: "standard_csv, every cell quoted",
    header:
      "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,type,payout_id\n",
    row: (n) =>
      `"payses_01J${String(n).padStart(23, "0")}","${2_500_000 + n}","settled","69.90","PEN","2.89","67.01","2026-10-07T12:00:00-05:00","2026-10-09T12:00:00-05:00","payment","PO-1"\n`,
  },
  {
    name: "pagoefectivo_txt",
    header: "",
    row: (n) =>
      `X,X,${2_500_000 + n},payses_01J${String(n).padStart(23, "0")},X,1.83,35.50,14/01/2025 10:30:00,15/01/2025 11:02:07,X,X,X,BCP,X,AGENTE\n`,
  },
]

/** Rows a second and peak memory for each text format, as a table. */
async function main(): Promise<void> {
  const rows = Number(process.argv[2] ?? 1_000_000)
  const folder = await mkdtemp(join(tmpdir(), "settlement-parse-"))
  try {
    const results = []
    for (const kind of KINDS) results.push(await measure(kind, rows, join(folder, "report.csv")))
    console.table(results)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measure(kind: (typeof KINDS)[number], rows: number, path: string) {
  await write(kind, rows, path)
  const started = performance.now()
  const cpuBefore = process.cpuUsage()
  const { batches } = await openReport({ source: { path }, filename: "report.csv", now: NOW })
  let lines = 0
  let seen = 0
  let peakBytes = 0
  for await (const batch of batches) {
    for (const event of batch) if (event.kind === "line") lines += 1
    seen += 1
    if (seen % BATCHES_PER_LOOK === 0) peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
  }
  const seconds = (performance.now() - started) / 1000
  const cpu = process.cpuUsage(cpuBefore)
  const cpuSeconds = (cpu.user + cpu.system) / 1_000_000
  if (lines !== rows) throw new Error(`${kind.name}: ${lines} lines instead of ${rows}`)
  return {
    report: kind.name,
    rows,
    "rows a second": Math.round(rows / seconds),
    "rows a CPU second": Math.round(rows / cpuSeconds),
    "peak MB": Math.round(peakBytes / 1e6),
  }
}

async function write(kind: (typeof KINDS)[number], rows: number, path: string): Promise<void> {
  const file = await open(path, "w")
  try {
    await file.write(kind.header)
    for (let at = 0; at < rows; at += ROWS_PER_WRITE) {
      const count = Math.min(ROWS_PER_WRITE, rows - at)
      await file.write(Array.from({ length: count }, (_, n) => kind.row(at + n)).join(""))
    }
  } finally {
    await file.close()
  }
}

void main()
