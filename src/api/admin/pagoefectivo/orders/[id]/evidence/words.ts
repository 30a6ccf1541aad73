import { formatCentimos } from "../../../../../../peru/centimos"
import { LIMA } from "../../../../../../peru/lima"
import { displayMoney } from "../../../../../../peru/money-text"
import { roundToCentimos } from "../../../../../../peru/rounding"
import en from "../../../../../../texts/en/evidence.json"
import enReasons from "../../../../../../texts/en/reasons.json"
import es from "../../../../../../texts/es/evidence.json"
import esReasons from "../../../../../../texts/es/reasons.json"
import zh from "../../../../../../texts/zh/evidence.json"
import zhReasons from "../../../../../../texts/zh/reasons.json"

export type EvidenceLanguage = "es" | "en" | "zh"

type Groups = Record<string, Record<string, string>>

const TEXTS: Record<EvidenceLanguage, Groups> = {
  es: { ...es, reason_title: esReasons },
  en: { ...en, reason_title: enReasons },
  zh: { ...zh, reason_title: zhReasons },
}
export const LOCALES: Record<EvidenceLanguage, string> = { es: "es-PE", en: "en", zh: "zh-CN" }

/** What the printed evidence says, in one language. */
export class Words {
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
    return fill(TEXTS[this.language].evidence?.[name] ?? name, values)
  }

  /** The word for a value; one that is not known yet stands as it is, rather than not at all. */
  word(
    group: keyof typeof en | "reason_title",
    value: string,
    values: Record<string, string> = {},
  ): string {
    const text = TEXTS[this.language][group]?.[value]
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
    if (actor in en.actors) return this.word("actors", actor)
    return this.label("actor", { name: this.word("actors", "admin"), id: actor })
  }
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}
