import { randomBytes } from "node:crypto"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  renderNotFoundPage,
  renderVoucherPage,
  type CheckResult,
  type RenderedPage,
} from "../../../voucher"
import { loadVoucherView } from "../../../workflows/vouchers/load-voucher-view"
import { findVoucher } from "./find-voucher"
import { languageOf } from "./language"

const NONCE_BYTES = 16

const CHECK_RESULTS: ReadonlySet<unknown> = new Set<CheckResult>([
  "still_waiting",
  "too_many",
  "failed",
])

export async function answerPage(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const voucher = await findVoucher(req.scope, req.params.token)
  if (!voucher) return answerNotFoundPage(req, res)
  const { lang, print, check } = req.query
  const page = renderVoucherPage(await loadVoucherView(req.scope, voucher), {
    lang: languageOf(lang),
    nonce: nonce(),
    ...(print === "ticket" && { layout: "ticket" }),
    ...(CHECK_RESULTS.has(check) && { checkResult: check as CheckResult }),
  })
  send(res, 200, page)
}

export function answerNotFoundPage(req: MedusaRequest, res: MedusaResponse): void {
  send(res, 404, renderNotFoundPage(languageOf(req.query.lang), nonce()))
}

function send(res: MedusaResponse, status: number, { html, headers }: RenderedPage): void {
  res.status(status).set(headers).end(html)
}

function nonce(): string {
  return randomBytes(NONCE_BYTES).toString("base64")
}
