/**
 * What each page of the admin asks the store for, in a store with 1,000,000 lines and 100,000 cases.
 * Beside it, measured in turn in the same run: the platform's own `GET /admin/orders`.
 */
import { Admin } from "../integration-tests/support/admin"
import { bootShop } from "../integration-tests/support/booted-shop"
import { PROVIDER_ID } from "../integration-tests/support/shopper"
import { payoutRecordId } from "../src/modules/pagoefectivo"
import { fillHistory, HISTORY, SAMPLE } from "./support/admin-history"
import { ensureDatabaseServer } from "./support/database-server"
import { percentile } from "./support/latency"

const ROUNDS = 40
const WARM_UP_ROUNDS = 3
const GOAL_P95_MS = 300
const GOAL_RATIO = 1.5
const FLOOR = "/admin/orders"

const since = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
const sampleId = (prefix: string) => `${prefix}_${String(SAMPLE.number).padStart(26, "0")}`
const REPORT = `peser_${"7".padStart(26, "0")}`
const PAYOUT = payoutRecordId({
  provider_id: PROVIDER_ID,
  payout_id: "PO-171",
  currency_code: "pen",
})
const CASE = `pecas_${String(HISTORY.cases).padStart(26, "0")}`

/** Each request as the page makes it, under the page's name. */
const REQUESTS: Record<string, string[]> = {
  Summary: [
    `/summary?from=${since(7)}`,
    `/summary?from=${since(30)}`,
    `/summary?from=${since(90)}`,
    `/summary?from=${since(30)}&to=${since(-7)}`,
    "/payouts?limit=100",
  ],
  "Order list": [`/summary?from=${since(1)}`],
  "Order widget": [
    `/vouchers?order_id=${sampleId("order")}&order=-issued_at&limit=20`,
    `/vouchers/${sampleId("pevou")}`,
  ],
  Cases: [
    "/cases?status=open&order=-amount_at_risk&limit=20&offset=0",
    "/cases?order=-opened_at&limit=20&offset=2000",
    "/cases?reason=unsettled&order=-amount_at_risk&limit=20",
    `/cases?q=${SAMPLE.cip}&order=-amount_at_risk&limit=20`,
    `/cases?q=1005&order=-amount_at_risk&limit=20`,
    `/cases/${CASE}`,
    `/cases/${CASE}/why`,
    "/cases?status=open&assigned_to=none&order=-amount_at_risk&limit=20",
    "/cases?status=open&claimed=due&order=-amount_at_risk&limit=20",
  ],
  Search: [
    `/search?q=${SAMPLE.cip}`,
    `/search?q=${SAMPLE.cip.slice(-4)}`,
    "/search?q=%231005",
    "/search?q=S/ 69.90",
    "/search?q=912345678",
    "/search?q=Quispe",
  ],
  Payouts: [
    "/payouts?order=-credited_on&limit=20&offset=0",
    "/payouts?state=off&limit=20",
    "/payouts?q=PO-17&limit=20",
    `/payouts/${PAYOUT}`,
    `/payouts/${PAYOUT}/lines?order=credited_at&limit=20`,
    `/payouts/${PAYOUT}/lines?trouble=true&limit=20`,
  ],
  Runs: ["/reconciliations?order=-created_at&limit=20&offset=0"],
  Settings: ["/settings?language=es", "/rights"],
  Settlements: [
    "/reconciliations?limit=1&order=-created_at",
    "/settlement-reports?order=-started_at&limit=20&offset=0",
    "/settlement-reports?q=report-3&order=-lines_count&limit=20",
    "/payouts?limit=20&offset=0",
    "/payouts?limit=20&offset=340",
    `/settlement-reports/${REPORT}`,
    `/settlement-reports/${REPORT}/lines?limit=20&offset=2600`,
    `/settlement-reports/${REPORT}/lines?matched=false&limit=20`,
    `/settlement-reports/${REPORT}/quarantine?limit=20`,
    "/closed-periods?limit=20",
    "/exchange-rates?limit=20",
    "/imported-tables?kind=bank_deposits&limit=5",
  ],
  Codes: [
    "/vouchers?order=-created_at&limit=20&offset=0",
    "/vouchers?order=-created_at&limit=20&offset=2000",
    "/vouchers?status=paid&order=-created_at&limit=20",
    "/vouchers?order=-amount&limit=20",
    "/vouchers?order=expires_at&limit=20",
    `/vouchers?issued_at[$gte]=${since(90)}&order=-issued_at&limit=20`,
    "/vouchers?settled=false&limit=20",
    "/vouchers?has_closing_task=true&order=-created_at&limit=20",
    `/vouchers?q=${SAMPLE.cip}&order=-created_at&limit=20`,
    "/vouchers?q=1005&order=-created_at&limit=20",
  ],
  Notices: [
    "/notifications?order=-received_at&limit=20&offset=0",
    "/notifications?status=processed&order=-received_at&limit=20&offset=2000",
    `/notifications?q=${SAMPLE.cip}&order=-received_at&limit=20`,
    `/notifications/${sampleId("penot").replace(/0$/, "1")}`,
  ],
  Health: ["/health"],
}

interface Measured {
  page: string
  request: string
  own: number[]
  floor: number[]
}

async function main(): Promise<void> {
  const stopServer = await ensureDatabaseServer()
  try {
    const shop = await bootShop({ env: { LOG_LEVEL: "error" } })
    try {
      await fillHistory(shop.database)
      await shop.store.runJob("update-unsettled")
      await shop.store.runJob("update-voucher-days")
      const admin = await Admin.logIn(shop.store)
      const measured: Measured[] = []
      for (const [page, requests] of Object.entries(REQUESTS)) {
        for (const request of requests) measured.push(await measure(admin, page, request))
      }
      report(measured)
    } finally {
      await shop.close()
    }
  } finally {
    await stopServer()
  }
}

/** The request and the platform's own in turn, so that both meet the same machine. */
async function measure(admin: Admin, page: string, request: string): Promise<Measured> {
  const own: number[] = []
  const floor: number[] = []
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    const ownMs = await time(admin, `/admin/pagoefectivo${request}`)
    const floorMs = await time(admin, FLOOR)
    if (round >= 0) {
      own.push(ownMs)
      floor.push(floorMs)
    }
  }
  return { page, request, own, floor }
}

async function time(admin: Admin, path: string): Promise<number> {
  const started = performance.now()
  await admin.must(path)
  return performance.now() - started
}

function report(measured: Measured[]): void {
  const rows = measured.map(({ page, request, own, floor }) => {
    const p95 = percentile(own, 0.95)
    const ratio = p95 / percentile(floor, 0.95)
    return {
      page,
      request: request.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, "…").replace(/0{9,}/, "…"),
      "p50 ms": percentile(own, 0.5).toFixed(0),
      "p95 ms": p95.toFixed(0),
      [`p95 ÷ ${FLOOR}`]: ratio.toFixed(2),
      goal: p95 <= GOAL_P95_MS && ratio <= GOAL_RATIO ? "met" : "MISSED",
    }
  })
  console.table(rows)
  const floor = measured.flatMap((one) => one.floor)
  console.log(
    `${FLOOR}: p50 ${percentile(floor, 0.5).toFixed(0)} ms, p95 ${percentile(floor, 0.95).toFixed(0)} ms. Goals: at most ${GOAL_P95_MS} ms, at most ${GOAL_RATIO} × the platform's own list.`,
  )
  if (rows.some(({ goal }) => goal !== "met")) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
