import en from "../../src/option-texts/en.json"
import es from "../../src/option-texts/es.json"
import zh from "../../src/option-texts/zh-CN.json"

/** What an option means; `allowed` and `default` only where the schema itself can't say it. */
export type OptionText = string | { text: string; allowed?: string; default?: string }

export interface Language {
  id: string
  texts: Record<string, OptionText>
  columns: { option: string; environment: string; default: string; allowed: string; text: string }
  none: string
  builtIn: string
  required: string
  requiredWith: (what: string) => string
  text: string
  textUpTo: (characters: string) => string
  address: string
  email: string
  entries: (range: string) => string
  atMost: (count: string) => string
}

export const LANGUAGES: readonly Language[] = [
  {
    id: "en",
    texts: en,
    columns: {
      option: "Option",
      environment: "Environment",
      default: "Default",
      allowed: "Allowed",
      text: "Meaning",
    },
    none: "none",
    builtIn: "built in",
    required: "required",
    requiredWith: (what) => `required with ${what}`,
    text: "text",
    textUpTo: (characters) => `text, up to ${characters} characters`,
    address: "URL",
    email: "e-mail address",
    entries: (range) => `(${range} entries)`,
    atMost: (count) => `(up to ${count})`,
  },
  {
    id: "es",
    texts: es,
    columns: {
      option: "Opción",
      environment: "Entorno",
      default: "Por defecto",
      allowed: "Permitido",
      text: "Significado",
    },
    none: "ninguno",
    builtIn: "incluido",
    required: "obligatorio",
    requiredWith: (what) => `obligatorio con ${what}`,
    text: "texto",
    textUpTo: (characters) => `texto, hasta ${characters} caracteres`,
    address: "URL",
    email: "dirección de correo",
    entries: (range) => `(${range} elementos)`,
    atMost: (count) => `(hasta ${count})`,
  },
  {
    id: "zh-CN",
    texts: zh,
    columns: {
      option: "选项",
      environment: "环境变量",
      default: "默认值",
      allowed: "允许的值",
      text: "含义",
    },
    none: "无",
    builtIn: "内置",
    required: "必填",
    requiredWith: (what) => `使用 ${what} 时必填`,
    text: "文本",
    textUpTo: (characters) => `文本，最多 ${characters} 个字符`,
    address: "URL",
    email: "邮箱地址",
    entries: (range) => `（${range} 项）`,
    atMost: (count) => `（最多 ${count} 项）`,
  },
]

/** @throws Error for a language that has no texts. */
export function languageOf(id: string): Language {
  const language = LANGUAGES.find((it) => it.id === id)
  if (!language) throw new Error(`There are no texts of options in "${id}"`)
  return language
}
