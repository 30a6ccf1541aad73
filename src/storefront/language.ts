export type StorefrontLanguage = "es" | "en" | "zh"

const LANGUAGES: readonly string[] = ["es", "en", "zh"] satisfies StorefrontLanguage[]

/** The language of a locale such as `es-PE` or `zh-CN`. Spanish for any other: the code is paid in Peru. */
export function storefrontLanguage(locale: string | null | undefined): StorefrontLanguage {
  const [language = ""] = (locale ?? "").toLowerCase().split(/[-_]/)
  return LANGUAGES.includes(language) ? (language as StorefrontLanguage) : "es"
}
