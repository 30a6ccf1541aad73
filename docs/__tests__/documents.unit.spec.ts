import { existsSync, readFileSync, statSync } from "node:fs"
import path from "node:path"
import picomatch from "picomatch"
import { DOCUMENTS, headings, prose, ROOT, type Document } from "../documents"

const KB = 1024
const MAX_README_BYTES = 10 * KB
const MAX_SUBJECT_BYTES = 15 * KB
/** A log, which grows; read by room. */
const UNLIMITED = ["docs/decisions.md", "CHANGELOG.md"]

const named = DOCUMENTS.map((document) => [document.name, document] as const)

describe.each(named)("%s", (name, document) => {
  it("leads nowhere in vain", () => {
    expect(links(document).filter((link) => !leadsSomewhere(name, link))).toEqual([])
  })

  it("has the same sections as in English", () => {
    const english = DOCUMENTS.find((it) => it.subject === document.subject && it.language === "en")
    expect(levels(document)).toEqual(english && levels(english))
  })

  it("is short", () => {
    if (UNLIMITED.includes(name)) return
    const limit = document.subject === "README" ? MAX_README_BYTES : MAX_SUBJECT_BYTES
    expect(Buffer.byteLength(document.text)).toBeLessThanOrEqual(limit)
  })
})

it("the package holds each file that its documents lead to, except pictures", () => {
  const { files } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"))
  const packed = picomatch([...files, "package.json", "README.md", "LICENSE"])
  const shipped = DOCUMENTS.filter(({ name }) => packed(name))
  const missing = shipped.flatMap(({ name, ...document }) =>
    links({ name, ...document })
      .map((link) => fileOf(name, link))
      .filter((file) => !packed(file) && !/\.(png|svg)$/.test(file))
      .map((file) => `${name} leads to ${file}`),
  )
  expect(shipped.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["README.md", "README.es.md", "README.zh-CN.md", "docs/options.md"]),
  )
  expect(missing).toEqual([])
})

function levels(document: Document): number[] {
  return headings(document).map(({ level }) => level)
}

/** Relative ones, of text and of pictures. */
function links(document: Document): string[] {
  const text = prose(document).replace(/`[^`\n]*`/g, "")
  const found = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)]
  return found
    .flatMap(([, inText, inTag]) => inText ?? inTag ?? [])
    .filter((link) => !isOutside(link))
}

function isOutside(link: string): boolean {
  return /^[a-z][a-z+.-]*:/i.test(link)
}

/** From the root; the document itself for an anchor alone. */
function fileOf(from: string, link: string): string {
  const [file = ""] = link.split("#")
  return file === "" ? from : path.join(path.dirname(from), decodeURI(file))
}

function leadsSomewhere(from: string, link: string): boolean {
  const file = path.join(ROOT, fileOf(from, link))
  if (!existsSync(file)) return false
  const anchor = link.split("#")[1]
  if (anchor === undefined) return true
  const target = DOCUMENTS.find(({ name }) => path.join(ROOT, name) === file)
  return statSync(file).isFile() && anchors(target).includes(decodeURI(anchor))
}

/** As GitHub makes them of headings; of two alike the second gets `-1`. */
function anchors(document: Document | undefined): string[] {
  const seen = new Map<string, number>()
  return (document ? headings(document) : []).map(({ text }) => {
    const slug = text
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\p{Pc}\- ]/gu, "")
      .replace(/ /g, "-")
    const earlier = seen.get(slug) ?? 0
    seen.set(slug, earlier + 1)
    return earlier ? `${slug}-${earlier}` : slug
  })
}
