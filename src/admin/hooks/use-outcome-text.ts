import type { AdminNotice } from "../../http-types"
import { plain } from "../lib/event-text"
import { useText } from "./use-text"

/** What became of a notice, in plain words. */
export function useOutcomeText() {
  const { t, knows } = useText()
  return ({ outcome }: Pick<AdminNotice, "outcome">): string => {
    if (!outcome) return t("notice.no_outcome")
    return knows(`notice_outcome.${outcome}`) ? t(`notice_outcome.${outcome}`) : plain(outcome)
  }
}
