import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerCalendar } from "../../../support/shopper/answer-calendar"
import { answerPage } from "../../../support/shopper/answer-page"
import { answerPdf } from "../../../support/shopper/answer-pdf"

const FILE = /^(?<token>.*)\.(?<kind>pdf|ics)$/

/** The voucher page; with `.pdf` behind the token the same as a PDF, with `.ics` its deadline. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { token, kind } = FILE.exec(req.params.token ?? "")?.groups ?? {}
  if (token === undefined) await answerPage(req, res)
  else if (kind === "pdf") await answerPdf(req, res, token)
  else await answerCalendar(req, res, token)
}
