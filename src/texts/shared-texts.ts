import expectedEn from "./en/expected.json"
import refusalEn from "./en/file-reasons.json"
import healthEn from "./en/health.json"
import reasonsEn from "./en/reasons.json"
import wordsEn from "./en/words.json"
import expectedEs from "./es/expected.json"
import refusalEs from "./es/file-reasons.json"
import healthEs from "./es/health.json"
import reasonsEs from "./es/reasons.json"
import wordsEs from "./es/words.json"
import expectedZh from "./zh/expected.json"
import refusalZh from "./zh/file-reasons.json"
import healthZh from "./zh/health.json"
import reasonsZh from "./zh/reasons.json"
import wordsZh from "./zh/words.json"

/** The words for states, kinds and actions, and the reasons' titles: the same wherever they are read. */
export const SHARED_WORDS = {
  en: { ...wordsEn, reason_title: reasonsEn },
  es: { ...wordsEs, reason_title: reasonsEs },
  zh: { ...wordsZh, reason_title: reasonsZh },
}

/**
 * What more than one of admin, alerts, exports, printed evidence and the command `doctor` says, once
 * per language and under the admin's names: health's checks, why a file or a row can't be read, the
 * reasons' titles, and the words for states, kinds and actions.
 */
export const SHARED_TEXTS = {
  en: { ...together(healthEn, refusalEn, expectedEn), ...SHARED_WORDS.en },
  es: { ...together(healthEs, refusalEs, expectedEs), ...SHARED_WORDS.es },
  zh: { ...together(healthZh, refusalZh, expectedZh), ...SHARED_WORDS.zh },
}

function together<Health, Refusal, Expected>(
  health: Health,
  refusal: Refusal,
  quarantine_expected: Expected,
) {
  return { health, refusal, quarantine_expected }
}
