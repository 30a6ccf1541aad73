import { createSandbox, type Sandbox } from "../../src/sandbox"
import { createTestDatabase, type TestDatabase } from "../support/database"
import { reportFigure } from "../support/report"
import type { StoreProcess } from "../support/start-store"
import { drain } from "./support/drain"
import { expectMoneyIsSafe } from "./support/invariants"
import { runKillCampaign } from "./support/kill-campaign"

/** A longer campaign: `npm run campaign:kill -- --kills 200 --seed 42`. */
const KILLS = Number(process.env.CAMPAIGN_KILLS ?? 6)
const SEED = Number(process.env.CAMPAIGN_SEED ?? 20261122)
const TIMEOUT_MS_PER_KILL = 30_000
/** Making the template database on a busy machine is most of it. */
const FRAME_TIMEOUT_MS = 15 * 60_000

let sandbox: Sandbox
let database: TestDatabase
let store: StoreProcess | undefined

beforeAll(async () => {
  sandbox = await createSandbox()
  database = await createTestDatabase()
}, FRAME_TIMEOUT_MS)

afterAll(async () => {
  await store?.stop()
  await sandbox?.close()
  await database?.drop()
})

it(
  `${KILLS} kills in the middle of the work lose no payment (seed ${SEED})`,
  async () => {
    const startedAt = Date.now()
    store = await runKillCampaign({ kills: KILLS, seed: SEED }, { sandbox, database })
    await sandbox.drain()
    const rounds = await drain(store, database)
    const books = await expectMoneyIsSafe(database, sandbox)
    const captured = books.vouchers.filter((voucher) => voucher.captured).length
    const canceled = [...books.orders.values()].filter((order) => order.canceled).length
    const cases = books.vouchers.filter(({ open_cases }) => open_cases.length > 0).length
    // Work was done between the kills, so none of the checks above was empty.
    expect(captured).toBeGreaterThan(KILLS / 5)
    expect(canceled).toBeGreaterThan(KILLS / 5)
    reportFigure(
      `kills: ${KILLS} (seed ${SEED}), ${books.atGateway.length} codes, ${captured} captured, ${cases} cases, ${canceled} cancelled, drained in ${rounds} rounds, ${Math.round((Date.now() - startedAt) / 1000)} s`,
    )
  },
  FRAME_TIMEOUT_MS + KILLS * TIMEOUT_MS_PER_KILL,
)
