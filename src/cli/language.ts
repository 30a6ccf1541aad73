import { pluralKey } from "../texts/plural-key"
import { SHARED_TEXTS } from "../texts/shared-texts"
import en from "./texts/en.json"
import es from "./texts/es.json"
import zh from "./texts/zh.json"
import { UsageError } from "./usage-error"

const LANGUAGES = {
  en: { ...en, ...SHARED_TEXTS.en },
  es: { ...es, ...SHARED_TEXTS.es },
  zh: { ...zh, ...SHARED_TEXTS.zh },
}

export type Language = keyof typeof LANGUAGES

type Values = Record<string, unknown>

export interface Texts {
  /**
   * A text with its values put in, in the form for `count` where it has several; a list is joined. A
   * key without a text is given as it is.
   */
  t(key: string, values?: Values): string
  knows(key: string, values?: Values): boolean
  /** An instant (ISO 8601) as Lima reads it. */
  moment(iso: string): string
}

/** The language of `--lang`, or of the terminal's locale. @throws UsageError for one that is not there. */
export function textsFor(wanted: string | undefined, env: NodeJS.ProcessEnv): Texts {
  if (wanted !== undefined && !Object.hasOwn(LANGUAGES, wanted)) {
    const known = Object.keys(LANGUAGES).join(", ")
    throw new UsageError(`--lang expects one of ${known}, found "${wanted}"`)
  }
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ""
  const own = locale.slice(0, 2).toLowerCase()
  return textsIn((wanted ?? (Object.hasOwn(LANGUAGES, own) ? own : "en")) as Language)
}

export function textsIn(language: Language): Texts {
  const texts = flat(LANGUAGES[language])
  const find = (key: string, { count }: Values) =>
    (typeof count === "number" ? texts.get(pluralKey(key, count, language)) : undefined) ??
    texts.get(key)
  return {
    t: (key, values = {}) =>
      (find(key, values) ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
        shown(values[name]),
      ),
    knows: (key, values = {}) => find(key, values) !== undefined,
    moment: (iso) =>
      new Date(iso).toLocaleString(language, {
        timeZone: "America/Lima",
        dateStyle: "medium",
        timeStyle: "short",
      }),
  }
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ")
  return value === null || value === undefined ? "—" : String(value)
}

function flat(texts: object, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, value]) =>
      typeof value === "string"
        ? [[prefix + name, value] as const]
        : [...flat(value as object, `${prefix}${name}.`)],
    ),
  )
}
