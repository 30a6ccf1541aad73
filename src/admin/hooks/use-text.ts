import { useTranslation } from "react-i18next"

/** The plugin's own namespace: its keys can't collide with the dashboard's or another plugin's. */
export const NAMESPACE = "pagoefectivo"

export function useText() {
  const { t, i18n } = useTranslation(NAMESPACE)
  return { t, language: i18n.resolvedLanguage ?? i18n.language, knows: knowsIn(i18n) }
}

/** Whether a key that is put together from the store's answer has a text. */
function knowsIn(i18n: ReturnType<typeof useTranslation>["i18n"]) {
  return (key: string, values: Record<string, unknown> = {}) =>
    i18n.exists(key, { ...values, ns: NAMESPACE })
}

export type Translate = ReturnType<typeof useText>["t"]
