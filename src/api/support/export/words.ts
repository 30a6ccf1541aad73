import en from "../../../texts/en/exports.json"
import es from "../../../texts/es/exports.json"
import { SHARED_WORDS } from "../../../texts/shared-texts"
import zh from "../../../texts/zh/exports.json"

const TEXTS = {
  en: { ...SHARED_WORDS.en, ...en },
  es: { ...SHARED_WORDS.es, ...es },
  zh: { ...SHARED_WORDS.zh, ...zh },
}

export const WORD_LANGUAGES = ["es", "en", "zh"] as const
export type WordLanguage = (typeof WORD_LANGUAGES)[number]

type Texts = (typeof TEXTS)["en"]
export type Subject = keyof Texts["files"]
export type ColumnName = keyof Texts["columns"]
type Group = {
  [Name in keyof Texts]: Texts[Name] extends Record<string, string> ? Name : never
}[keyof Texts]

/** What an export says in a reader's language. */
export class ExportWords {
  private readonly texts: Texts

  constructor(language: WordLanguage) {
    this.texts = TEXTS[language]
  }

  /** The text of a code; a code without one, such as a new gateway's state, stands for itself. */
  of(group: Group, code: string | null): string {
    if (code === null) return ""
    const texts: Record<string, string> = this.texts[group]
    return texts[code] ?? code
  }

  column(name: ColumnName): string {
    return this.texts.columns[name]
  }

  /** How many of something a run found. */
  found(reason: string, count: number): string {
    return this.texts.found
      .replace("{count}", String(count))
      .replace("{reason}", this.of("reason_title", reason))
  }
}
