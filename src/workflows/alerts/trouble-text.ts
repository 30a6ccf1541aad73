import expectedEn from "../../health-texts/expected-en.json"
import expectedEs from "../../health-texts/expected-es.json"
import expectedZh from "../../health-texts/expected-zh.json"
import refusalEn from "../../health-texts/refusal-en.json"
import refusalEs from "../../health-texts/refusal-es.json"
import refusalZh from "../../health-texts/refusal-zh.json"
import healthEn from "../../health-texts/en.json"
import healthEs from "../../health-texts/es.json"
import healthZh from "../../health-texts/zh.json"
import type { AlertOptions } from "../../config/alerts-schema"
import type { RowReason } from "../../settlement"
import type { FailedFile } from "../settlement/failed-file"

type Texts = Record<string, string | undefined>
type Trouble = Pick<FailedFile, "error" | "code"> & Partial<Pick<FailedFile, "reason">>

const REFUSALS: Record<AlertOptions["language"], Texts> = {
  en: refusalEn,
  es: refusalEs,
  zh: refusalZh,
}
const EXPECTED: Record<AlertOptions["language"], Texts> = {
  en: expectedEn,
  es: expectedEs,
  zh: expectedZh,
}
const FETCHING: Record<AlertOptions["language"], Texts> = {
  en: healthEn.sources,
  es: healthEs.sources,
  zh: healthZh.sources,
}

/** Why a file, or a source, gave nothing, in the reader's language; without a text in English. */
export function troubleText(
  { error, code, reason }: Trouble,
  language: AlertOptions["language"],
): string {
  if (language === "en") return error
  const text = reason ? REFUSALS[language][reason.code] : FETCHING[language][`error_${code}`]
  return text ? filled(text, reason?.values ?? {}) : error
}

/** What a row should have said. What it did say is not for everybody who reads an alert. */
export function expectedText(
  { code, values }: RowReason,
  language: AlertOptions["language"],
): string | null {
  const text = EXPECTED[language][code]
  return text ? filled(text, values) : null
}

function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))
}
