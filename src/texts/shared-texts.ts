import expectedEn from "./en/expected.json"
import refusalEn from "./en/file-reasons.json"
import healthEn from "./en/health.json"
import reasonsEn from "./en/reasons.json"
import expectedEs from "./es/expected.json"
import refusalEs from "./es/file-reasons.json"
import healthEs from "./es/health.json"
import reasonsEs from "./es/reasons.json"
import expectedZh from "./zh/expected.json"
import refusalZh from "./zh/file-reasons.json"
import healthZh from "./zh/health.json"
import reasonsZh from "./zh/reasons.json"

/**
 * What more than one of admin, alerts and the command `doctor` says, once per language and under the
 * admin's names: health's checks, why a file or a row can't be read, and the reasons' titles.
 */
export const SHARED_TEXTS = {
  en: together(healthEn, refusalEn, expectedEn, reasonsEn),
  es: together(healthEs, refusalEs, expectedEs, reasonsEs),
  zh: together(healthZh, refusalZh, expectedZh, reasonsZh),
}

function together<Health, Refusal, Expected, Reasons>(
  health: Health,
  refusal: Refusal,
  quarantine_expected: Expected,
  reason_title: Reasons,
) {
  return { health, refusal, quarantine_expected, reason_title }
}
