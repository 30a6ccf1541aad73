import { setTimeout as wait } from "node:timers/promises"
import type { DemoGateway } from "../launcher/flags"
import type { Gateway } from "../launcher/gateway"
import type { Progress } from "../launcher/progress"
import type { SeededShop } from "../seed"
import { AdminClient } from "./admin-client"
import { STORY_LIMITS } from "./limits"
import { NIGHTS } from "./nights"
import type { NightScript } from "./nights/script"
import { fillCart, placeOrder, storeClient, type Placed } from "./place-order"
import { explain, type FoundCase } from "./explain-case"
import { paymentStatus, waitForCapture } from "./voucher"

/** How many steps `tellSettlementNight` shows. */
export const NIGHT_STEPS = 3

interface Run {
  id: string
  status: string
  error: string | null
  vouchers_count: number
  lines_count: number
}

interface NightInput {
  progress: Progress
  gateway: Gateway
  soldThrough: DemoGateway
  shop: SeededShop
  backendUrl: string
}

/** A night with a handful of mistakes. The store finds each and says why. */
export async function tellSettlementNight(input: NightInput): Promise<void> {
  const { progress, gateway, backendUrl } = input
  const night = NIGHTS[input.soldThrough]
  const sold = await progress.step(
    `${night.payments.length} more shoppers buy and pay; one notice gets lost`,
    () => sell(input, night),
    (orders) => orders.map(({ order }) => `#${order.display_id}`).join(", "),
  )
  const admin = await AdminClient.logIn(backendUrl)
  await progress.step(
    "The settlement reports come in, and not all is well",
    () => night.bringReports({ admin, gateway, sold }),
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

async function sell(
  { gateway, shop, backendUrl }: NightInput,
  { payments }: NightScript,
): Promise<Placed[]> {
  const sdk = storeClient(backendUrl, shop.publishableKey)
  const sold: Placed[] = []
  for (const { options, isCaptured } of payments) {
    const placed = await placeOrder(sdk, await fillCart(sdk, shop.regionId))
    await gateway.pay(placed.voucher.cip, options)
    if (isCaptured) await waitForCapture(() => paymentStatus(sdk, placed.order.id))
    sold.push(placed)
  }
  return sold
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
