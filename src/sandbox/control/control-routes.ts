import { z } from "zod"
import { paymentOrderFields } from "../cash-desk"
import { jsonAnswer } from "../http/answer"
import type { Answer } from "../http/answer"
import { MAX_CLOCK_STEP_MS } from "../limits"
import { noticeOptionFields } from "../notices/notice-order"
import type { NoticeOrder } from "../notices/notice-order"
import { readInput } from "../read-input"
import type { Sandbox } from "../sandbox"
import type { SettlementFileOptions } from "../settlement/settlement-file"
import type { SandboxSwitches } from "../switches"
import { decimalAmount } from "../switches-schema"
import { listDeliveries, listRequests, listVouchers } from "./control-lists"

/** What the control API needs besides the sandbox's public face. */
export interface ControlContext {
  sandbox: Sandbox
  changeSwitches: (changes: unknown) => void
  webhookUrl: () => string | null
  aheadMs: () => number
  heldNotices: () => number
}

type Route = (
  context: ControlContext,
  body: unknown,
  query: URLSearchParams,
) => Promise<Answer> | Answer

const cip = z.string().regex(/^\d{1,14}$/, "expected 1 to 14 digits in quotes")
const justCip = z.strictObject({ cip })
const payBody = z.strictObject({ cip, ...paymentOrderFields, ...noticeOptionFields })
const panelBody = z.strictObject({ cip, amount: decimalAmount.optional() })
const disputeBody = z.strictObject({ cip, state: z.enum(["in_mediation", "lost", "won"]) })
const clockBody = z.strictObject({ advanceMs: z.number().int().min(0).max(MAX_CLOCK_STEP_MS) })
const webhookBody = z.strictObject({ url: z.string().nullable() })
const releaseBody = z.strictObject({
  order: z.enum(["oldest_first", "newest_first"]).optional(),
})

function clockState({ sandbox, aheadMs }: ControlContext) {
  return { now: sandbox.clock.now().toISOString(), aheadMs: aheadMs() }
}

const ok = (value: unknown) => jsonAnswer(200, value)

const ROUTES: Record<string, Route> = {
  "POST pay": async ({ sandbox }, body) => {
    const { cip: which, ...options } = readInput(payBody, body, "Body")
    return ok({ voucher: await sandbox.pay(which, options) })
  },
  "POST expire": async ({ sandbox }, body) =>
    ok({ voucher: await sandbox.expire(readInput(justCip, body, "Body").cip) }),
  "POST reverse": async ({ sandbox }, body) =>
    ok({ voucher: await sandbox.reverse(readInput(justCip, body, "Body").cip) }),
  "POST finish-refunds": async ({ sandbox }, body) =>
    ok({ voucher: await sandbox.finishRefunds(readInput(justCip, body, "Body").cip) }),
  "POST refund-in-panel": async ({ sandbox }, body) => {
    const { cip: which, amount } = readInput(panelBody, body, "Body")
    return ok({ voucher: await sandbox.refundInPanel(which, amount) })
  },
  "POST dispute": async ({ sandbox }, body) => {
    const { cip: which, state } = readInput(disputeBody, body, "Body")
    return ok({ voucher: await sandbox.dispute(which, state) })
  },
  "POST notice": async ({ sandbox }, body) => {
    await sandbox.notify(body as NoticeOrder)
    return jsonAnswer(202, { scheduled: true })
  },
  "POST release": async ({ sandbox }, body) => {
    const { order } = readInput(releaseBody, body ?? {}, "Body")
    return ok({ released: await sandbox.releaseNotices(order) })
  },
  "POST behave": ({ sandbox, changeSwitches }, body) => {
    changeSwitches(body)
    return ok({ switches: sandbox.switches() satisfies SandboxSwitches })
  },
  "POST reset": async ({ sandbox }) => {
    await sandbox.reset()
    return ok({ reset: true })
  },
  "POST clock": (context, body) => {
    context.sandbox.clock.advance(readInput(clockBody, body, "Body").advanceMs)
    return ok({ clock: clockState(context) })
  },
  "POST webhook": ({ sandbox }, body) => {
    const { url } = readInput(webhookBody, body, "Body")
    sandbox.setWebhookUrl(url)
    return ok({ webhookUrl: url })
  },
  "POST settlement-file": async ({ sandbox }, body) => {
    const file = await sandbox.settlementFile(body as SettlementFileOptions)
    const headers = {
      "content-type": file.contentType,
      "content-disposition": `attachment; filename="${file.filename}"`,
    }
    return { status: 200, headers, body: file.content }
  },
  "GET vouchers": ({ sandbox }, _, query) => ok(listVouchers(sandbox, query)),
  "GET deliveries": ({ sandbox }, _, query) => ok(listDeliveries(sandbox, query)),
  "GET requests": ({ sandbox }, _, query) => ok(listRequests(sandbox, query)),
  "GET switches": ({ sandbox }) => ok({ switches: sandbox.switches() }),
  "GET state": (context, _, query) => {
    const { vouchers, count } = listVouchers(context.sandbox, query)
    const { deliveries } = listDeliveries(context.sandbox, new URLSearchParams({ limit: "20" }))
    return ok({
      clock: clockState(context),
      webhookUrl: context.webhookUrl(),
      heldNotices: context.heldNotices(),
      vouchers,
      count,
      deliveries,
    })
  },
}

export const CONTROL_ROUTE_NAMES = Object.keys(ROUTES)

export function controlRoute(method: string, name: string): Route | undefined {
  const key = `${method} ${name}`
  return Object.hasOwn(ROUTES, key) ? ROUTES[key] : undefined
}
