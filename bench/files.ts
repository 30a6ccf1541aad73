/**
 * What a shopper notices while the worst files are read: the time of `/health` during each upload,
 * beside the same store at rest in the same run. Goal: a p99 under 200 ms. A word picks some of the
 * files: `npm run bench:files -- deposits`.
 */
import { zipSync } from "fflate"
import { Admin } from "../integration-tests/support/admin"
import type { BootedShop } from "../integration-tests/support/booted-shop"
import { withBenchShop } from "./support/bench-shop"
import { probeHealth, type HealthProbe } from "./support/health-probe"
import { percentile } from "./support/latency"

const GOAL_MS = 200
const REST_MS = 5_000
const CELLS_PER_ROW = 21
const TABLE_ROWS = 19_999
const REPORTS = "/settlement-reports"
const DEPOSITS = "/payouts/import"
const STANDARD =
  "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited"

interface WorstFile {
  name: string
  path: string
  filename: string
  content: () => Buffer
}

const rows = (count: number, row: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => row(n)).join("\n")

const FILES: WorstFile[] = [
  {
    name: "deposits: 19,999 rows about one payout",
    path: DEPOSITS,
    filename: "depositos.csv",
    content: () => Buffer.from(`payout_id,currency,amount\n${rows(TABLE_ROWS, () => "P,PEN,1")}`),
  },
  {
    name: "deposits: 19,999 payouts",
    path: DEPOSITS,
    filename: "depositos.csv",
    content: () =>
      Buffer.from(`payout_id,currency,amount\n${rows(TABLE_ROWS, (n) => `P-${n},PEN,1.50`)}`),
  },
  {
    name: "deposits: 19,999 rows of 400 characters that can't be read",
    path: DEPOSITS,
    filename: "depositos.csv",
    content: () =>
      Buffer.from(
        `payout_id,currency,amount\n${rows(TABLE_ROWS, (n) => `P-${n},PEN,${"@".repeat(400)}`)}`,
      ),
  },
  {
    name: "deposits: 8 million blank lines",
    path: DEPOSITS,
    filename: "depositos.csv",
    content: () => Buffer.from(`payout_id,currency,amount\n${"\n".repeat(8_000_000)}`),
  },
  {
    name: "rates: 19,999 days",
    path: "/exchange-rates",
    filename: "tipos.csv",
    content: () =>
      Buffer.from(`day,from,to,rate\n${rows(TABLE_ROWS, (n) => `${dayOf(n)},USD,PEN,3.7${n}`)}`),
  },
  {
    name: "workbook of 60,000 empty parts",
    path: REPORTS,
    filename: "reporte.xlsx",
    content: () =>
      workbookOf(
        rows(0, () => ""),
        60_000,
      ),
  },
  {
    name: "workbook of 525,000 cells",
    path: REPORTS,
    filename: "reporte.xlsx",
    content: () => workbookOf(sheetRows(24_990), 0),
  },
  {
    name: "report: 32 MB in which every line opens and closes quotation marks",
    path: REPORTS,
    filename: "reporte.csv",
    content: () => Buffer.from(`${STANDARD}\n${rows(320_000, () => `a","${"x".repeat(96)}`)}`),
  },
  {
    name: "report: 32 MB of lawful rows",
    path: REPORTS,
    filename: "reporte.csv",
    content: () =>
      Buffer.from(
        `${STANDARD}\n${rows(250_000, (n) => `payses_01J${n},${n},settled,69.90,PEN,2.89,67.01,2026-10-07T12:00:00-05:00,2026-10-09T12:00:00-05:00`)}`,
      ),
  },
]

async function bench(shop: BootedShop): Promise<void> {
  const admin = await Admin.logIn(shop.store)
  const probe = probeHealth(shop.store.url)
  try {
    await pause(REST_MS)
    await probe.samples()
    await pause(REST_MS)
    const table = [{ file: "none: the store at rest (floor)", ...summary(await probe.samples()) }]
    const word = process.argv[2] ?? ""
    for (const file of FILES.filter(({ name }) => name.includes(word)))
      table.push(await measure(admin, probe, file))
    console.table(table)
    console.log(`Goal: a p99 under ${GOAL_MS} ms.`)
  } finally {
    await probe.stop()
  }
}

async function measure(admin: Admin, probe: HealthProbe, file: WorstFile) {
  const form = new FormData()
  form.append("file", new Blob([new Uint8Array(file.content())]), file.filename)
  const encoded = new Response(form)
  const body = Buffer.from(await encoded.arrayBuffer())
  await probe.samples()
  const started = performance.now()
  const send = () =>
    admin.call(`/admin/pagoefectivo${file.path}`, {
      method: "POST",
      body,
      headers: { "content-type": encoded.headers.get("content-type") ?? "" },
    })
  // The store may close a connection that was idle at the very moment in which it is used again.
  const { status } = await send().catch(send)
  const seconds = ((performance.now() - started) / 1_000).toFixed(1)
  return { file: file.name, ...summary(await probe.samples()), answer: status, seconds }
}

function summary(samples: number[]) {
  return {
    requests: samples.length,
    "p50 ms": percentile(samples, 0.5).toFixed(0),
    "p99 ms": percentile(samples, 0.99).toFixed(0),
    "most ms": Math.max(...samples).toFixed(0),
  }
}

function dayOf(n: number): string {
  return new Date(Date.UTC(2030, 0, 1 + n)).toISOString().slice(0, 10)
}

function sheetRows(count: number): string {
  const cells = Array.from({ length: CELLS_PER_ROW }, (_, at) => String.fromCharCode(65 + at))
  return rows(
    count,
    (n) =>
      `<row r="${n + 2}">${cells.map((c) => `<c r="${c}${n + 2}"><v>${n}</v></c>`).join("")}</row>`,
  )
}

/** As bare as a workbook can be, with so many parts beside. */
function workbookOf(sheet: string, parts: number): Buffer {
  const header = STANDARD.split(",").map(
    (name, at) =>
      `<c r="${String.fromCharCode(65 + at)}1" t="inlineStr"><is><t>${name}</t></is></c>`,
  )
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  const named: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml":
      '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1">${header.join("")}</row>${sheet}</sheetData></worksheet>`,
  }
  for (let n = 0; n < parts; n += 1) named[`x/${n}.xml`] = ""
  const entries = Object.entries(named).map(([name, text]) => [name, Buffer.from(text)])
  return Buffer.from(zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>))
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

void withBenchShop(bench)
