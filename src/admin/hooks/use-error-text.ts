import type { AdminRefusal } from "../../http-types"
import {
  errorKind,
  errorStatus,
  errorText,
  missingRight,
  saysItAll,
  type Doing,
} from "../lib/error-text"
import { refusalValues } from "../lib/refusal-values"
import { useFormat } from "./use-format"
import { useRightText } from "./use-may"
import { useText } from "./use-text"

interface ErrorTexts {
  /** What happened. */
  title: string
  /** Why; null where the title says it all. */
  why: string | null
  /** What to do. */
  hint: string
}

type Refusal = { [Part in "code" | "values" | "reason"]?: AdminRefusal[Part] | null }

/** Why the store refused something, in the reader's language; null where it gave no code that has a text. */
export function useRefusalText() {
  const { t, knows } = useText()
  const { day } = useFormat()
  return ({ code, values, reason }: Refusal): string | null => {
    if (reason) return t(`refusal.${reason.code}`, reason.values)
    if (!code || !knows(`refused.${code}`)) return null
    return t(`refused.${code}`, refusalValues(values ?? {}, day))
  }
}

/** What went wrong, in the reader's language, and in the store's own words where it has no text. */
export function useErrorText() {
  const { t } = useText()
  const whyRefused = useRefusalText()
  const { hint: ofRight } = useRightText()
  return (error: unknown, doing: Doing = "reading"): ErrorTexts => {
    const right = missingRight(error)
    if (right) return { title: t("errors.forbidden"), why: null, hint: ofRight(right) }
    const why = whyRefused((error ?? {}) as Refusal)
    if (why) {
      return { title: t(titleOf(error, doing)), why, hint: t("errors.refused_hint") }
    }
    const kind = errorKind(error, doing)
    const hint = t(`errors.${kind}_hint`)
    return saysItAll(kind)
      ? { title: t(`errors.${kind}`), why: null, hint }
      : { title: t(titleOf(error, doing)), why: errorText(error), hint }
  }
}

/** A gateway that said nothing refused nothing. */
function titleOf(error: unknown, doing: Doing) {
  if (doing === "reading") return "errors.failed"
  return (errorStatus(error) ?? 0) >= 500 ? "errors.unfinished" : "errors.refused"
}
