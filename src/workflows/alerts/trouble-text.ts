import { SHARED_TEXTS } from "../../texts/shared-texts"
import type { AlertOptions } from "../../config/alerts-schema"
import type { RowReason } from "../../settlement"
import type { FailedFile } from "../settlement/failed-file"

type Texts = Record<string, string | undefined>
type Trouble = Pick<FailedFile, "error" | "code"> & Partial<Pick<FailedFile, "reason">>

/** Why a file, or a source, gave nothing, in the reader's language; without a text in English. */
export function troubleText(
  { error, code, reason }: Trouble,
  language: AlertOptions["language"],
): string {
  if (language === "en") return error
  const refusals: Texts = SHARED_TEXTS[language].refusal
  const fetching: Texts = SHARED_TEXTS[language].health.sources
  const text = reason ? refusals[reason.code] : fetching[`error_${code}`]
  return text ? filled(text, reason?.values ?? {}) : error
}

/** What a row should have said. What it did say is not for everybody who reads an alert. */
export function expectedText(
  { code, values }: RowReason,
  language: AlertOptions["language"],
): string | null {
  const texts: Texts = SHARED_TEXTS[language].quarantine_expected
  const text = texts[code]
  return text ? filled(text, values) : null
}

function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))
}
