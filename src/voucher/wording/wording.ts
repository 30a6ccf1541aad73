import type { VoucherLanguage } from "../format/deadline"
import { html, type SafeHtml } from "../html/html"
import { en } from "./en"
import { es, type WordingKey } from "./es"

export type { WordingKey }

/** A merchant's own texts; what is missing keeps the default. */
export type WordingOverrides = Partial<Record<VoucherLanguage, Partial<Record<WordingKey, string>>>>

const DEFAULTS: Record<VoucherLanguage, Record<WordingKey, string>> = { es, en }
const PLACEHOLDER = /\{(\w+)\}/

/** Every text that can be overridden. */
export const wordingKeys = Object.keys(es) as [WordingKey, ...WordingKey[]]

/** What a language says where a merchant has no text of their own. */
export function defaultTexts(language: VoucherLanguage): Readonly<Record<WordingKey, string>> {
  return DEFAULTS[language]
}

/** The names in braces that a text may use. */
export function placeholdersOf(key: WordingKey): string[] {
  return Array.from(es[key].matchAll(new RegExp(PLACEHOLDER, "g")), (match) => match[1] as string)
}

/** The texts of one language with a merchant's overrides on top. */
export class Wording {
  constructor(
    readonly language: VoucherLanguage,
    private readonly overrides: WordingOverrides = {},
  ) {}

  /** A text with its values filled in, as plain text. */
  text(key: WordingKey, values: Record<string, string> = {}): string {
    return this.parts(key)
      .map((part, index) => (index % 2 ? (values[part] ?? "") : part))
      .join("")
  }

  /** A text with its values filled in, as markup; text and plain values are escaped. */
  html(key: WordingKey, values: Record<string, string | SafeHtml>): SafeHtml {
    return html`${this.parts(key).map((part, index) => (index % 2 ? values[part] : part))}`
  }

  /** The template cut at its placeholders: text at even places, names at odd ones. */
  private parts(key: WordingKey): string[] {
    const template = this.overrides[this.language]?.[key] ?? DEFAULTS[this.language][key]
    return template.split(PLACEHOLDER)
  }
}
