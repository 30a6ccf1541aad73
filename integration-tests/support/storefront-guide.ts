import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"

/** One edit of `docs/storefront-starter.md`: lines to find and to put, or a new file. */
export type GuideEdit =
  { file: string; find: string; put: string } | { file: string; content: string }

const FILE = /`(src\/[^`]+\.tsx?)`/g
const BLOCK = /^```(\w+)\n([^]*?)^```$/gm

/**
 * The edits that a guide asks for, in its order. A `diff` block changes the file that is named last
 * before it, a `ts` or `tsx` block is that file.
 */
export function readGuideEdits(markdown: string): GuideEdit[] {
  return [...markdown.matchAll(BLOCK)].flatMap((block) => {
    const [, language = "", text = ""] = block
    const file = [...markdown.slice(0, block.index).matchAll(FILE)].at(-1)?.[1]
    if (!["diff", "ts", "tsx"].includes(language)) return []
    if (file === undefined) throw new Error(`The guide names no file before:\n${text}`)
    return [language === "diff" ? changeOf(file, text) : { file, content: text }]
  })
}

function changeOf(file: string, diff: string): GuideEdit {
  const lines = diff.split("\n").filter((line) => line !== "")
  const kept = (marks: string) =>
    lines.filter((line) => marks.includes(line[0]!)).map((line) => `${line.slice(1)}\n`)
  return { file, find: kept(" -").join(""), put: kept(" +").join("") }
}

/**
 * Does what the guide says to a storefront.
 * @throws Error when lines are not found, or found more than once.
 */
export function applyGuideEdits(edits: GuideEdit[], folder: string): void {
  for (const edit of edits) {
    const file = path.join(folder, edit.file)
    if ("content" in edit) {
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, edit.content)
      continue
    }
    const [before, after, ...more] = readFileSync(file, "utf8").split(edit.find)
    if (before === undefined || after === undefined || more.length > 0) {
      const times = more.length > 0 ? more.length + 1 : 0
      throw new Error(`${edit.file}: found ${times} times, expected once:\n${edit.find}`)
    }
    writeFileSync(file, before + edit.put + after)
  }
}
