import en from "../../option-texts/en.json"
import es from "../../option-texts/es.json"
import zh from "../../option-texts/zh-CN.json"

export const OPTION_LANGUAGES = ["en", "es", "zh"] as const
export type OptionLanguage = (typeof OPTION_LANGUAGES)[number]

const TEXTS: Record<OptionLanguage, Record<string, string | { text: string } | undefined>> = {
  en,
  es,
  zh,
}

/** A rate card has no text of its own, only its parts. */
const TOLD_BY: Readonly<Record<string, string>> = { "settlement.fees": "settlement.fees.tiers" }

/** What an option means, as the documents say it, without their marks for links and code. */
export function optionText(name: string, language: OptionLanguage): string {
  const found = TEXTS[language][TOLD_BY[name] ?? name]
  const text = (typeof found === "object" ? found.text : found) ?? ""
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("`", "")
}
