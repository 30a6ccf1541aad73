import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { renderVoucherCalendar } from "../../../voucher"
import { loadVoucherView } from "../../../workflows/vouchers/load-voucher-view"
import { answerNotFoundPage } from "./answer-page"
import { findVoucher } from "./find-voucher"
import { languageOf } from "./language"

/** The deadline for the shopper's calendar; of a code that needs no paying any more, its page. */
export async function answerCalendar(
  req: MedusaRequest,
  res: MedusaResponse,
  token: string,
): Promise<void> {
  const voucher = await findVoucher(req.scope, token)
  if (!voucher) return answerNotFoundPage(req, res)
  const view = await loadVoucherView(req.scope, voucher)
  const lang = languageOf(req.query.lang)
  res.setHeader("Cache-Control", "no-store")
  if (view.status !== "waiting") return res.redirect(303, `${token}?lang=${lang}`)
  res.status(200).set({
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": `attachment; filename="pagoefectivo-${voucher.cip}.ics"`,
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
  })
  res.end(renderVoucherCalendar(view, lang))
}
