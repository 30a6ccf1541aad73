import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { VoucherRow } from "../../../modules/pagoefectivo"
import { loadVoucherView } from "../../../workflows/vouchers/load-voucher-view"
import { toVoucherJson } from "../../../voucher"
import { answerShopperCheck } from "./check-voucher"
import { findVoucher } from "./find-voucher"

/** The voucher as JSON, as both the store route and the page's own status route answer it. */
export async function answerVoucher(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.setHeader("Cache-Control", "no-store")
  const voucher = await findVoucher(req.scope, req.params.token)
  if (!voucher) return answerNotFound(res)
  await send(req, res, voucher)
}

/** "Ya pagué" as JSON: the voucher, 429 with `Retry-After`, or 503 when the gateway did not say. */
export async function answerCheck(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.setHeader("Cache-Control", "no-store")
  const voucher = await findVoucher(req.scope, req.params.token)
  if (!voucher) return answerNotFound(res)
  const check = await answerShopperCheck(req, voucher)
  if (check.result === "answered") return send(req, res, check.voucher)
  res.setHeader("Retry-After", String(check.retryAfterSeconds))
  if (check.result === "too_many") {
    res.status(429).json({
      type: "too_many_requests",
      message: `Too many checks. Try again in ${check.retryAfterSeconds} seconds.`,
    })
    return
  }
  res.status(503).json({
    type: "unexpected_state",
    code: "payment_unknown",
    message: "It could not be found out whether this code is paid. Try again in a moment.",
  })
}

async function send(req: MedusaRequest, res: MedusaResponse, voucher: VoucherRow): Promise<void> {
  const json = toVoucherJson(await loadVoucherView(req.scope, voucher))
  res.json({ voucher: { ...json, server_time: json.now } })
}

/** The same for a token that never was and for one that is cut: it tells nothing. */
function answerNotFound(res: MedusaResponse): void {
  res.status(404).json({ type: "not_found", message: "Not found" })
}
