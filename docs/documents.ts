import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

export const ROOT = path.resolve(__dirname, "..")

export interface Document {
  /** From the repository's root: `docs/cases.es.md`. */
  name: string
  /** Without language and ending: `docs/cases`. */
  subject: string
  /** `en`, `es` or `zh-CN`. */
  language: string
  text: string
}

/** Every Markdown file that people read: at the root and in `docs/`. */
export const DOCUMENTS: readonly Document[] = [".", "docs"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder))
    .filter((file) => file.endsWith(".md"))
    .map((file) => document(path.join(folder, file))),
)

function document(name: string): Document {
  const [, subject = name, language = "en"] = /^(.*?)(?:\.(es|zh-CN))?\.md$/.exec(name) ?? []
  return { name, subject, language, text: readFileSync(path.join(ROOT, name), "utf8") }
}

/** The document of a subject in each language that has it. */
export function inEachLanguage(subject: string): Document[] {
  return DOCUMENTS.filter((it) => it.subject === subject)
}

/**
 * Whether its code is a store's own. Guides to other people's code show pieces of it, and what is for
 * developers of the plugin leaves things out.
 */
export function isForStores({ name }: Document): boolean {
  return !/^docs\/(storefront|architecture|decisions)|^CONTRIBUTING/.test(name)
}

export interface CodeBlock {
  document: string
  language: string
  code: string
}

export function codeBlocks({ name, text }: Document): CodeBlock[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = "", code = ""]) => ({
    document: name,
    language,
    code,
  }))
}

/** Its text without code blocks, in which a `#` or a bracket means something else. */
export function prose({ text }: Document): string {
  return text.replace(/^```[\s\S]*?^```$/gm, "")
}

export function headings(document: Document): { level: number; text: string }[] {
  return [...prose(document).matchAll(/^(#+) (.*)$/gm)].map(([, marks = "", text = ""]) => ({
    level: marks.length,
    text,
  }))
}
