import { html, trustedHtml } from "../../../../../../voucher/html/html"
import type { Evidence } from "./load-evidence"
import { SECTIONS } from "./printed-sections"
import { PRINTED_STYLES } from "./printed-styles"
import { LOCALES, EvidenceWords, type EvidenceLanguage } from "./words"

/** The evidence for people: one file that loads nothing, to be printed or kept. */
export function printEvidence(evidence: Evidence, language: EvidenceLanguage): string {
  const words = new EvidenceWords(language)
  const { order, made_at, shopper } = evidence
  const number = words.label("order", { number: Number(order.display_id) })
  const title = `${words.label("title")} · ${number}`
  const fact = (name: string, value: string) =>
    html`<dt>${name}</dt>
      <dd>${value}</dd>`
  return html`<!doctype html>
    <html lang="${LOCALES[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>${title}</title>
        <style>
          ${trustedHtml(PRINTED_STYLES)}
        </style>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <p class="soft">PagoEfectivo · ${words.label("made", { at: words.at(made_at) })}</p>
          <dl>
            ${shopper !== null && fact(words.label("shopper"), shopper)}
            ${fact(words.label("order_state"), words.word("order_status", order.status))}
            ${fact(words.label("placed"), words.at(order.created_at))}
            ${fact(words.label("amount"), words.money(String(order.total), order.currency_code))}
            ${fact(words.label("order_id"), order.id)}
          </dl>
        </header>
        <main>${SECTIONS.map((section) => section(evidence, words))}</main>
        <footer class="soft"><p>${words.label("times")}</p></footer>
      </body>
    </html>`.markup
}
