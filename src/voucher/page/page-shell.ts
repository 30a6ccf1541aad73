import type { VoucherLanguage } from "../format/deadline"
import { html, type SafeHtml, trustedHtml } from "../html/html"
import { pageStyles, ticketStyles } from "./page-styles"

/** How the page comes out of a printer. */
export type PrintLayout = "a4" | "ticket"

export interface ShellOptions {
  language: VoucherLanguage
  nonce: string
  title: string
  body: SafeHtml
  layout?: PrintLayout
  /** For browsers without JavaScript: after how many seconds which address is loaded. */
  refresh?: string
  script?: string
}

/** The document around a page's body. */
export function pageShell(options: ShellOptions): string {
  const { layout = "a4", nonce, refresh, script } = options
  return html`<!doctype html>
    <html lang="${options.language === "es" ? "es-PE" : "en"}" data-layout="${layout}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>${options.title}</title>
        ${
          refresh !== undefined &&
          html`<noscript><meta http-equiv="refresh" content="${refresh}" /></noscript>`
        }
        <link rel="icon" href="data:," />
        <style nonce="${nonce}">
          ${trustedHtml(pageStyles)}
        </style>
        <style
          nonce="${nonce}"
          data-ticket-style
          media="${layout === "ticket" ? "print" : "not all"}"
        >
          ${trustedHtml(ticketStyles)}
        </style>
      </head>
      <body>
        ${options.body}
        ${
          script !== undefined &&
          html`<script nonce="${nonce}">
            ${trustedHtml(script)}
          </script>`
        }
      </body>
    </html>`.markup
}
