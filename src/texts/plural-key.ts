/** The key of the form that a number takes, named as i18next names it: `cases_one`, `cases_other`. */
export function pluralKey(key: string, count: number, language: string): string {
  return `${key}_${new Intl.PluralRules(language).select(count)}`
}
