import en from "../../option-texts/en.json"
import es from "../../option-texts/es.json"
import zh from "../../option-texts/zh-CN.json"

type OptionTexts = Record<string, string | { text: string } | undefined>

const TEXTS: Record<string, OptionTexts> = { en, es, zhCN: zh }

/** A rate card has no text of its own, only its parts. */
const TOLD_BY: Record<string, string> = { "settlement.fees": "settlement.fees.tiers" }

/** What an option means, as the documents say it; the store's own English where they don't. */
export function optionText(name: string, language: string, otherwise: string): string {
  const found = (TEXTS[language] ?? TEXTS.en)?.[TOLD_BY[name] ?? name]
  const text = typeof found === "object" ? found.text : found
  return withoutMarks(text ?? otherwise)
}

/** Markdown's links and code as plain words. */
export function withoutMarks(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("`", "")
}
