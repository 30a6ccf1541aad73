import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerPage } from "../../../support/shopper/answer-page"
import { answerPdf } from "../../../support/shopper/answer-pdf"

const PDF = /^(.*)\.pdf$/

/** The voucher page, and with `.pdf` behind the token the same as a PDF. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const token = PDF.exec(req.params.token ?? "")?.[1]
  if (token === undefined) await answerPage(req, res)
  else await answerPdf(req, res, token)
}
