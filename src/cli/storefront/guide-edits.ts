/** One edit of `docs/storefront-starter.md`: lines to find and to put, or a new file. */
export type GuideEdit =
  { file: string; find: string; put: string } | { file: string; content: string }

const FILE = /`(src\/[^`]+\.tsx?)`/g
const BLOCK = /^```(\w+)\n([^]*?)^```$/gm

/**
 * The edits that the guide asks for, in its order. A `diff` block changes the file that is named last
 * before it, a `ts` or `tsx` block is that file.
 */
export function readGuideEdits(markdown: string): GuideEdit[] {
  const text = markdown.replaceAll("\r\n", "\n")
  return [...text.matchAll(BLOCK)].flatMap((block) => {
    const [, language = "", code = ""] = block
    const file = [...text.slice(0, block.index).matchAll(FILE)].at(-1)?.[1]
    if (!["diff", "ts", "tsx"].includes(language)) return []
    if (file === undefined) throw new Error(`The guide names no file before:\n${code}`)
    return [language === "diff" ? changeOf(file, code) : { file, content: code }]
  })
}

function changeOf(file: string, diff: string): GuideEdit {
  const lines = diff.split("\n").filter((line) => line !== "")
  const kept = (marks: string) =>
    lines.filter((line) => marks.includes(line[0]!)).map((line) => `${line.slice(1)}\n`)
  return { file, find: kept(" -").join(""), put: kept(" +").join("") }
}

/** What the guide makes of a file's text (null: there is none): a new text, the same, or nothing. */
export type EditedText = { outcome: "present" | "unusual" } | { outcome: "add"; text: string }

/** A file is changed by all of its edits or by none: half of them would not run. */
export function editText(was: string | null, edits: readonly GuideEdit[]): EditedText {
  const windows = was?.includes("\r\n") ?? false
  let text = was?.replaceAll("\r\n", "\n") ?? null
  const before = text
  for (const edit of edits) {
    const edited = apply(text, edit)
    if (edited === undefined) return { outcome: "unusual" }
    text = edited
  }
  if (text === null || text === before) return { outcome: "present" }
  return { outcome: "add", text: windows ? text.replaceAll("\n", "\r\n") : text }
}

/** Undefined where the edit does not fit; the text as it is where the edit is in it already. */
function apply(text: string | null, edit: GuideEdit): string | undefined {
  if ("content" in edit) return text === null || text === edit.content ? edit.content : undefined
  if (text === null || isDone(text, edit)) return text ?? undefined
  const [before, after, ...more] = splitAtLines(text, edit.find)
  if (before === undefined || after === undefined || more.length > 0) return undefined
  return before + edit.put + after
}

function isDone(text: string, { find, put }: { find: string; put: string }): boolean {
  const takesAway = !put.includes(find)
  return splitAtLines(text, put).length > 1 && !(takesAway && splitAtLines(text, find).length > 1)
}

/** Splits at whole lines: `  return x` is not within `      return x`. */
function splitAtLines(text: string, lines: string): string[] {
  const literal = lines.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")
  return text.split(new RegExp(`(?<=^|\\n)${literal}`))
}
