import type { VoucherLanguage } from "../format/deadline"
import { html } from "../html/html"
import { Wording } from "../wording/wording"
import { pageHeaders } from "./page-headers"
import { pageShell } from "./page-shell"
import type { RenderedPage } from "./render-voucher-page"

/** The page of an unknown token (status 404). It says nothing about why. */
export function renderNotFoundPage(lang: VoucherLanguage, nonce: string): RenderedPage {
  const wording = new Wording(lang)
  const title = wording.text("not_found.title")
  const body = html`<div class="page">
    <main>
      <section class="card stack">
        <h1>${title}</h1>
        <p>${wording.text("not_found.text")}</p>
      </section>
    </main>
  </div>`
  return {
    headers: pageHeaders({ language: lang, nonce }),
    html: pageShell({ language: lang, nonce, title, body }),
  }
}
