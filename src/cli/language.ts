import healthEn from "../health-texts/en.json"
import healthEs from "../health-texts/es.json"
import healthZh from "../health-texts/zh.json"
import refusalEn from "../health-texts/refusal-en.json"
import refusalEs from "../health-texts/refusal-es.json"
import refusalZh from "../health-texts/refusal-zh.json"
import en from "./texts/en.json"
import es from "./texts/es.json"
import zh from "./texts/zh.json"
import { UsageError } from "./usage-error"

const LANGUAGES = {
  en: { ...en, health: healthEn, refusal: refusalEn },
  es: { ...es, health: healthEs, refusal: refusalEs },
  zh: { ...zh, health: healthZh, refusal: refusalZh },
}

export type Language = keyof typeof LANGUAGES

export interface Texts {
  /** A text with its values put in; a list is joined. A key without a text is given as it is. */
  t(key: string, values?: Record<string, unknown>): string
  knows(key: string): boolean
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
  return {
    t: (key, values = {}) =>
      (texts.get(key) ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => shown(values[name])),
    knows: (key) => texts.has(key),
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
