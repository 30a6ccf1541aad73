import { bootSharedShop, type SharedShop } from "../support/booted-shop"
import { GATEWAYS, type GatewayProfile, type NoticeOnWire } from "../support/gateways"
import { reportFigure } from "../support/report"

const NOTICES = 10_000
/** What a process makes once: compiled code, connections, pools. */
const WARM_UP = 1_000
const AT_ONCE = 20
/** Each is longer than a real one; kept, they would take eight times as much as is allowed below. */
const NOTICE_BYTES = 8_192
const MAX_GROWTH_BYTES = 10 * 1024 * 1024
const FRAME_TIMEOUT_MS = 15 * 60_000

let shop: SharedShop

beforeAll(async () => {
  shop = await bootSharedShop({ env: { LOG_LEVEL: "warn" } })
}, FRAME_TIMEOUT_MS)

afterAll(() => shop?.close())

/** Forged in each of the gateway's ways in turn, no two alike. */
function forgery(gateway: GatewayProfile, number: number): NoticeOnWire {
  const address = { sandbox: shop.sandbox, storeUrl: shop.store.url }
  const wishes = { gatewayId: String(7_000_000 + number), number, bytes: NOTICE_BYTES }
  const [, forge] = gateway.forgeries[number % gateway.forgeries.length]!
  return forge(gateway.notice(address, wishes))
}

async function flood(gateway: GatewayProfile, from: number, count: number): Promise<Set<number>> {
  const statuses = new Set<number>()
  let next = from
  const sender = async () => {
    while (next < from + count) {
      const { url, ...notice } = forgery(gateway, next++)
      const answer = await fetch(url, { method: "POST", ...notice })
      await answer.arrayBuffer()
      statuses.add(answer.status)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sender))
  return statuses
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`

it.each(GATEWAYS)(
  `${NOTICES} forged notices of $name are refused, and leave the memory as it was`,
  async (gateway) => {
    await flood(gateway, 0, WARM_UP)
    const before = await shop.store.memory()
    const startedAt = Date.now()
    expect(await flood(gateway, WARM_UP, NOTICES)).toEqual(new Set([401]))
    const seconds = (Date.now() - startedAt) / 1000
    const after = await shop.store.memory()
    expect(after.heldBytes - before.heldBytes).toBeLessThan(MAX_GROWTH_BYTES)
    const [{ stored, refused } = { stored: -1, refused: -1 }] = await shop.database.query<{
      stored: number
      refused: number
    }>(
      `SELECT (SELECT count(*)::int FROM pagoefectivo_notice WHERE provider_id = $1) AS stored,
              (SELECT sum(count)::int FROM pagoefectivo_notice_rejection WHERE provider_id = $1) AS refused`,
      [gateway.providerId],
    )
    expect([stored, refused]).toEqual([0, WARM_UP + NOTICES])
    reportFigure(
      `${NOTICES} forged notices of ${gateway.name}: held ${megabytes(before.heldBytes)}, then ${megabytes(after.heldBytes)}; resident ${megabytes(before.residentBytes)}, then ${megabytes(after.residentBytes)}; ${Math.round(NOTICES / seconds)} a second`,
    )
  },
  FRAME_TIMEOUT_MS,
)
