import { formatCentimos } from "../../../../../../peru/centimos"
import { LIMA } from "../../../../../../peru/lima"
import { displayMoney } from "../../../../../../peru/money-text"
import { roundToCentimos } from "../../../../../../peru/rounding"
import en from "../../../../../../texts/en/evidence.json"
import es from "../../../../../../texts/es/evidence.json"
import { SHARED_WORDS } from "../../../../../../texts/shared-texts"
import zh from "../../../../../../texts/zh/evidence.json"

export type EvidenceLanguage = "es" | "en" | "zh"

type Texts = (typeof SHARED_WORDS)["en"] & typeof en
type Group = {
  [Name in keyof Texts]: Texts[Name] extends Record<string, string> ? Name : never
}[keyof Texts]

const TEXTS: Record<EvidenceLanguage, Texts> = {
  es: { ...SHARED_WORDS.es, ...es },
  en: { ...SHARED_WORDS.en, ...en },
  zh: { ...SHARED_WORDS.zh, ...zh },
}
export const LOCALES: Record<EvidenceLanguage, string> = { es: "es-PE", en: "en", zh: "zh-CN" }

/** What the printed evidence says, in one language. */
export class EvidenceWords {
  private readonly dates: Intl.DateTimeFormat

  constructor(readonly language: EvidenceLanguage) {
    this.dates = new Intl.DateTimeFormat(LOCALES[language], {
      dateStyle: "medium",
      timeStyle: "medium",
      hourCycle: "h23",
      timeZone: LIMA,
    })
  }

  /** A label of the document itself. */
  label(name: keyof typeof en.evidence, values: Record<string, string | number> = {}): string {
    return fill(TEXTS[this.language].evidence[name], values)
  }

  /** The word for a value; one that is not known yet stands as it is, rather than not at all. */
  word(group: Group, value: string, values: Record<string, string> = {}): string {
    const texts: Record<string, string> = TEXTS[this.language][group]
    const text = texts[value]
    return text === undefined ? value.replaceAll("_", " ") : fill(text, values)
  }

  /** Lima's time of an instant. */
  at(iso: string | Date | null | undefined): string {
    return iso ? this.dates.format(new Date(iso)) : "—"
  }

  /** `S/ 1,234.50`, from decimal text. */
  money(amount: string | null, currency: string | null): string {
    if (amount === null) return "—"
    return displayMoney(formatCentimos(roundToCentimos(amount)), currency ?? "pen")
  }

  /** Who did something: the word for a part of the system, or an admin with the id. */
  actor(actor: string): string {
    if (actor in SHARED_WORDS.en.actors) return this.word("actors", actor)
    return this.label("actor", { name: this.word("actors", "admin"), id: actor })
  }
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}
