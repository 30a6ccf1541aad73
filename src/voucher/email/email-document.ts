import { html, type SafeHtml, trustedHtml } from "../html/html"

/** Fonts that mail clients have; nothing is loaded. */
const FONT = "font-family:Arial,Helvetica,sans-serif"

/** For clients that read styles; the others show the inline colours and may break a code in two. */
const STYLES = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.ground{background:#121513!important}
.card{background:#1b1f1d!important}
.ink{color:#f1efe8!important}
.soft{color:#b9b6ab!important}
.box{background:#2a302c!important}
.button{background:#7fdcc2!important;color:#08231c!important}
.link{color:#7fdcc2!important}
}
.unbroken{white-space:nowrap}`

/** A 600 px mail in tables with inline styles, and nothing from outside. */
export function emailDocument(options: {
  title: string
  /** The line a mailbox shows beside the subject. */
  preview: string
  rows: readonly SafeHtml[]
}): string {
  return html`<!doctype html>
    <html lang="es-PE">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <title>${options.title}</title>
        <style>
          ${trustedHtml(STYLES)}
        </style>
      </head>
      <body class="ground" style="margin:0;padding:0;background:#f4f2ec">
        <div style="display:none;max-height:0;overflow:hidden">${options.preview}</div>
        <table
          class="ground"
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          border="0"
          style="background:#f4f2ec"
        >
          <tr>
            <td align="center" style="padding:16px 8px">
              <table
                class="card"
                role="presentation"
                width="600"
                cellpadding="0"
                cellspacing="0"
                border="0"
                style="width:100%;max-width:600px;padding:14px 0;background:#ffffff;border-radius:12px"
              >
                ${options.rows}
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`.markup
}

/** A row of plain text. */
export function textRow(content: SafeHtml | string, kind: "title" | "body" | "soft"): SafeHtml {
  const styles = {
    title: "padding:8px 24px;font-size:24px;line-height:30px;font-weight:bold;color:#1c1b18",
    body: "padding:6px 24px;font-size:16px;line-height:24px;color:#1c1b18",
    soft: "padding:6px 24px;font-size:14px;line-height:20px;color:#56534b",
  }
  const text =
    kind === "title" ? html`<h1 style="margin:0;font-size:24px">${content}</h1>` : content
  return html`<tr>
    <td class="${kind === "soft" ? "soft" : "ink"}" style="${FONT};${styles[kind]}">${text}</td>
  </tr>`
}

/** The code, large and dark on yellow in every client and scheme. */
export function codeRow(label: string, groups: readonly string[]): SafeHtml {
  return html`<tr>
    <td style="padding:12px 24px">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
        <tr>
          <td
            align="center"
            bgcolor="#ffdb4d"
            style="${FONT};padding:16px 8px;background:#ffdb4d;color:#1c1b18;border-radius:10px"
          >
            <div style="font-size:16px;line-height:22px;font-weight:bold;color:#1c1b18">
              ${label}
            </div>
            <div style="font-size:38px;line-height:46px;font-weight:bold;color:#1c1b18">
              ${groups.join(" ")}
            </div>
          </td>
        </tr>
      </table>
    </td>
  </tr>`
}

/** A fact in a box, with its name above it or a note below. */
export function factRow(
  value: SafeHtml | string,
  { name, note }: { name?: string; note?: string },
): SafeHtml {
  const small = (text: string | undefined) =>
    text !== undefined &&
    html`<div class="soft" style="font-size:14px;line-height:20px;color:#56534b">${text}</div>`
  return html`<tr>
    <td style="padding:4px 24px">
      <table
        class="box"
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        border="0"
        style="background:#f4f2ec;border-radius:8px"
      >
        <tr>
          <td
            class="ink"
            style="${FONT};padding:10px 14px;font-size:18px;line-height:24px;color:#1c1b18"
          >
            ${small(name)}<strong>${value}</strong>${small(note)}
          </td>
        </tr>
      </table>
    </td>
  </tr>`
}

/** Numbered steps under a heading. */
export function stepsRow(heading: string, steps: readonly SafeHtml[], after: string): SafeHtml {
  return html`<tr>
    <td class="ink" style="${FONT};padding:10px 24px;font-size:16px;line-height:24px;color:#1c1b18">
      <h2 style="margin:0 0 4px;font-size:18px;line-height:24px">${heading}</h2>
      <ol style="margin:0;padding:0 0 0 22px">
        ${steps.map((step) => html`<li style="padding:2px 0">${step}</li>`)}
      </ol>
      <div class="soft" style="font-size:14px;line-height:20px;color:#56534b;padding-top:4px">
        ${after}
      </div>
    </td>
  </tr>`
}

export function buttonRow(label: string, url: string): SafeHtml {
  return html`<tr>
    <td align="center" style="padding:14px 24px">
      <a
        class="button"
        href="${url}"
        style="${FONT};display:inline-block;padding:14px 28px;border-radius:8px;background:#0b5a49;color:#ffffff;font-size:16px;line-height:20px;font-weight:bold;text-decoration:none"
        >${label}</a
      >
    </td>
  </tr>`
}

/** A link that does not compete with the mail's button. */
export function linkRow(label: string, url: string): SafeHtml {
  return html`<tr>
    <td align="center" style="${FONT};padding:6px 24px 14px;font-size:16px;line-height:24px">
      <a class="link" href="${url}" style="color:#0b5a49">${label}</a>
    </td>
  </tr>`
}
