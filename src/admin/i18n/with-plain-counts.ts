const COUNTED = "_other"

/**
 * Texts with a number also under their plain name. The dashboard calls Chinese `zhCN`, for which
 * i18next finds no plural rule: it asks for the plain name there, and would show English without it.
 */
export function withPlainCounts<Texts extends object>(texts: Texts): Texts {
  const entries = Object.entries(texts).flatMap(([key, text]): [string, unknown][] => {
    if (typeof text === "object" && text !== null) return [[key, withPlainCounts(text as object)]]
    const isCounted = key.endsWith(COUNTED) && String(text).includes("{{count}}")
    return isCounted
      ? [
          [key.slice(0, -COUNTED.length), text],
          [key, text],
        ]
      : [[key, text]]
  })
  return Object.fromEntries(entries) as Texts
}
