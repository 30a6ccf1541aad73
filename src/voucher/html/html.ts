/** Markup that is safe to send: made by {@link html}, or vouched for with {@link trustedHtml}. */
export class SafeHtml {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup
  }
}

export type HtmlValue = string | number | SafeHtml | null | undefined | false | readonly HtmlValue[]

/**
 * A template whose values are escaped unless they are markup already. Lists are joined, `null`,
 * `undefined` and `false` leave nothing. Attributes must stand in double quotes.
 */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): SafeHtml {
  let markup = parts[0] ?? ""
  values.forEach((value, index) => {
    markup += toMarkup(value) + (parts[index + 1] ?? "")
  })
  return new SafeHtml(markup)
}

/** Marks text written by this package (styles, scripts, SVG of digits) as markup. Never for input. */
export function trustedHtml(markup: string): SafeHtml {
  return new SafeHtml(markup)
}

/** Text as it may stand in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => ESCAPES[character] as string)
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
}

function toMarkup(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return ""
  if (value instanceof SafeHtml) return value.markup
  if (Array.isArray(value)) return value.map(toMarkup).join("")
  return escapeHtml(String(value))
}
