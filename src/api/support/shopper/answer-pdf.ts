import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { renderVoucherPdf } from "../../../voucher"
import { loadVoucherView, withLogoImage } from "../../../workflows/vouchers/load-voucher-view"
import { answerNotFoundPage } from "./answer-page"
import { findVoucher } from "./find-voucher"
import { languageOf } from "./language"

export async function answerPdf(
  req: MedusaRequest,
  res: MedusaResponse,
  token: string,
): Promise<void> {
  const voucher = await findVoucher(req.scope, token)
  if (!voucher) return answerNotFoundPage(req, res)
  const view = await withLogoImage(req.scope, await loadVoucherView(req.scope, voucher))
  const pdf = renderVoucherPdf(view, { lang: languageOf(req.query.lang) })
  res.status(200).set({
    "Content-Type": "application/pdf",
    "Content-Disposition": `inline; filename="pagoefectivo-${voucher.cip}.pdf"`,
    "Content-Length": String(pdf.length),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
  })
  res.end(pdf)
}
