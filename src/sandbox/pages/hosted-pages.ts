import type { Answer } from "../http/answer"
import type { VoucherStore } from "../voucher-store"
import { cipPage, goneXml } from "./cip-page"
import { pageAnswer } from "./page-answer"
import { panelPage } from "./panel-page"

const CIP_PAGE = /^\/([\w-]{1,64})\.html$/
const NOTHING: Answer = {
  status: 404,
  headers: { "content-type": "text/plain; charset=utf-8" },
  body: "Nothing here. The control panel is at /, the API under /v1.\n",
}

/** The control panel at `/` and the page of a code at `/<id>.html`. */
export function hostedPage(path: string, store: VoucherStore): Answer {
  if (path === "/") {
    return pageAnswer(200, panelPage)
  }
  const pageId = CIP_PAGE.exec(path)?.[1]
  if (pageId === undefined) {
    return NOTHING
  }
  const record = store.findPage(pageId)
  if (!record || record.deletedAt) {
    const headers = { "content-type": "application/xml" }
    return { status: 404, headers, body: goneXml(`${pageId}.html`) }
  }
  return pageAnswer(200, (nonce) => cipPage(record, store.statusOf(record), nonce))
}
