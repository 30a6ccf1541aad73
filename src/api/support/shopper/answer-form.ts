import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CHECK_ANCHOR } from "../../../voucher"
import { answerCheck } from "./answer-json"
import { answerNotFoundPage } from "./answer-page"
import { answerShopperCheck, type ShopperCheck } from "./check-voucher"
import { findVoucher } from "./find-voucher"
import { languageOf } from "./language"

/**
 * "Ya pagué" on the page: JSON for its script, and for a browser without JavaScript a redirect back
 * to the page, which then says how it ended, at the place where the shopper pressed the button.
 */
export async function answerForm(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  if (req.accepts(["html", "json"]) === "json") return answerCheck(req, res)
  const voucher = await findVoucher(req.scope, req.params.token)
  if (!voucher) return answerNotFoundPage(req, res)
  const query = new URLSearchParams()
  const { lang } = (req.body ?? {}) as { lang?: unknown }
  if (languageOf(lang) === "en") query.set("lang", "en")
  const result = shownResult(await answerShopperCheck(req, voucher))
  if (result) query.set("check", result)
  const address = `../${voucher.token}${query.size > 0 ? `?${query.toString()}` : ""}`
  res.setHeader("Cache-Control", "no-store")
  res.redirect(303, result ? `${address}#${CHECK_ANCHOR}` : address)
}

function shownResult(check: ShopperCheck): string | null {
  if (check.result === "too_many") return "too_many"
  if (check.result === "unknown") return "failed"
  return check.voucher.status === "waiting" ? "still_waiting" : null
}
