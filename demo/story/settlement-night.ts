import { setTimeout as wait } from "node:timers/promises"
import type { Gateway } from "../launcher/gateway"
import type { Progress } from "../launcher/progress"
import type { SeededShop } from "../seed"
import { AdminClient } from "./admin-client"
import { STORY_LIMITS } from "./limits"
import { fillCart, placeOrder, storeClient, type Placed } from "./place-order"
import { explain, type FoundCase } from "./explain-case"
import { paymentStatus, waitForCapture } from "./voucher"

/** How many steps `tellSettlementNight` shows. */
export const NIGHT_STEPS = 3

const BUYERS = 6

interface Run {
  id: string
  status: string
  error: string | null
  vouchers_count: number
  lines_count: number
}

/**
 * A night with a handful of mistakes: a lost notice, a wrong amount, a doubled line, a stranger's
 * payment and a fee above the contract. The store finds each and says why.
 */
export async function tellSettlementNight(input: {
  progress: Progress
  gateway: Gateway
  shop: SeededShop
  backendUrl: string
}): Promise<void> {
  const { progress, gateway, backendUrl } = input
  const sold = await progress.step(
    `${BUYERS} more shoppers buy and pay; one notice gets lost`,
    () => sell(input),
    (orders) => orders.map(({ order }) => `#${order.display_id}`).join(", "),
  )
  const admin = await AdminClient.logIn(backendUrl)
  await progress.step(
    "The settlement report comes in, with mistakes made on purpose",
    () => upload(admin, gateway, sold),
    (report) => `${report.lines_count} lines, ${report.quarantined_count} unreadable`,
  )
  const found = await progress.step(
    "The store reconciles it with its own orders",
    () => reconcile(admin),
    ({ run, cases }) =>
      `${run.vouchers_count} codes and ${run.lines_count} lines, ${cases.length} findings`,
  )
  found.cases.forEach((one) => progress.say(`    ${explain(one)}`))
}

async function sell({
  gateway,
  shop,
  backendUrl,
}: {
  gateway: Gateway
  shop: SeededShop
  backendUrl: string
}): Promise<Placed[]> {
  const sdk = storeClient(backendUrl, shop.publishableKey)
  const sold: Placed[] = []
  for (let buyer = 0; buyer < BUYERS; buyer++) {
    const placed = await placeOrder(sdk, await fillCart(sdk, shop.regionId))
    const isLost = buyer === 0
    await gateway.pay(placed.voucher.cip, isLost ? { notice: "none" } : {})
    if (!isLost) await waitForCapture(() => paymentStatus(sdk, placed.order.id))
    sold.push(placed)
  }
  return sold
}

async function upload(admin: AdminClient, gateway: Gateway, sold: Placed[]) {
  const [, short, doubled, foreign, overcharged] = sold.map(({ voucher }) => voucher.cip)
  const file = await gateway.settlementFile({
    format: "standard_csv",
    mutate: [
      { kind: "wrong_amount", cip: short, amount: "60.00" },
      { kind: "duplicate_line", cip: doubled },
      { kind: "unknown_reference", cip: foreign },
      { kind: "wrong_fee", cip: overcharged },
    ],
  })
  const form = new FormData()
  form.set("file", new Blob([new Uint8Array(file.content)]), file.filename)
  const { settlement_report } = await admin.post<{
    settlement_report: { lines_count: number; quarantined_count: number }
  }>("/settlement-reports", form)
  return settlement_report
}

async function reconcile(admin: AdminClient): Promise<{ run: Run; cases: FoundCase[] }> {
  const startedAt = new Date().toISOString()
  const { reconciliation } = await admin.post<{ reconciliation: Run }>("/reconciliations", {})
  const deadline = performance.now() + STORY_LIMITS.reconcileMs
  for (;;) {
    const { reconciliation: run } = await admin.get<{ reconciliation: Run }>(
      `/reconciliations/${reconciliation.id}`,
    )
    if (run.status === "completed") {
      const { cases } = await admin.get<{ cases: FoundCase[] }>("/cases?limit=50&order=opened_at")
      return { run, cases: cases.filter(({ opened_at }) => opened_at >= startedAt) }
    }
    if (run.status === "failed" || performance.now() > deadline) {
      throw new Error(`The reconciliation is ${run.status}: ${run.error ?? "no reason given"}.`)
    }
    await wait(STORY_LIMITS.pollMs)
  }
}
