import { deflateSync } from "node:zlib"
import type { EmbeddedFont, PdfStream } from "./embedded-font"
import type { PdfImage } from "./pdf-image"

/** Points, with the origin in the lower left corner, as PDF has it. */
export interface PdfRectangle {
  x: number
  y: number
  width: number
  height: number
}

export interface PdfInfo {
  title: string
  language: string
  createdAt: Date
}

interface Page {
  operators: string[]
  links: { area: PdfRectangle; url: string }[]
}

const CATALOG = 1
const PAGE_TREE = 2
const INFO = 3

/**
 * Writes the few things a voucher is made of (text in embedded fonts, filled rectangles, an image,
 * links) as PDF 1.7. The general libraries weigh 18 to 30 MB installed, more than the whole plugin
 * may.
 */
export class PdfDocument {
  private readonly pages: Page[] = []
  private readonly images: PdfImage[] = []

  constructor(
    private readonly size: { width: number; height: number },
    private readonly fonts: readonly EmbeddedFont[],
    private readonly info: PdfInfo,
  ) {}

  addPage(): void {
    this.pages.push({ operators: [], links: [] })
  }

  /** @param color six hexadecimal digits */
  rectangles(areas: readonly PdfRectangle[], color: string): void {
    const paths = areas.map(
      ({ x, y, width, height }) => `${num(x)} ${num(y)} ${num(width)} ${num(height)} re`,
    )
    this.page.operators.push(`${rgb(color)} rg ${paths.join(" ")} f`)
  }

  /** One line of text whose base line starts at `x`, `y`. */
  text(line: string, at: { x: number; y: number }, style: PdfTextStyle): void {
    const font = this.fonts.indexOf(style.font)
    this.page.operators.push(
      `BT ${rgb(style.color)} rg /F${font} ${num(style.size)} Tf ` +
        `${num(at.x)} ${num(at.y)} Td <${style.font.encode(line)}> Tj ET`,
    )
  }

  image(image: PdfImage, { x, y, width, height }: PdfRectangle): void {
    const number = this.images.push(image) - 1
    this.page.operators.push(
      `q ${num(width)} 0 0 ${num(height)} ${num(x)} ${num(y)} cm /I${number} Do Q`,
    )
  }

  link(area: PdfRectangle, url: string): void {
    this.page.links.push({ area, url })
  }

  toBuffer(): Buffer {
    const objects: (string | PdfStream)[] = ["", ""]
    objects.push(
      `<</Title ${textString(this.info.title)}/Producer(medusa-payment-pagoefectivo)` +
        `/CreationDate(${pdfDate(this.info.createdAt)})>>`,
    )
    const resources =
      `/Font<<${named("F", this.fonts, objects)}>>` +
      `/XObject<<${named("I", this.images, objects)}>>`
    const pages = this.pages.map((page) => this.addPageObjects(objects, page, resources))
    objects[CATALOG - 1] =
      `<</Type/Catalog/Pages ${PAGE_TREE} 0 R/Lang${textString(this.info.language)}` +
      "/ViewerPreferences<</DisplayDocTitle true>>>>"
    objects[PAGE_TREE - 1] =
      `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((page) => `${page} 0 R`).join(" ")}]` +
      `/MediaBox[0 0 ${num(this.size.width)} ${num(this.size.height)}]>>`
    return serialize(objects)
  }

  private addPageObjects(objects: (string | PdfStream)[], page: Page, resources: string): number {
    const contents = deflateSync(Buffer.from(page.operators.join("\n"), "latin1"))
    objects.push({ dictionary: "/Filter/FlateDecode", data: contents })
    const links = page.links.map(
      ({ area, url }) =>
        `<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[${num(area.x)} ${num(area.y)} ` +
        `${num(area.x + area.width)} ${num(area.y + area.height)}]` +
        `/A<</S/URI/URI${asciiString(url)}>>>>`,
    )
    objects.push(
      `<</Type/Page/Parent ${PAGE_TREE} 0 R/Contents ${objects.length} 0 R` +
        `/Resources<<${resources}>>/Annots[${links.join("")}]>>`,
    )
    return objects.length
  }

  private get page(): Page {
    const page = this.pages.at(-1)
    if (!page) throw new Error("PDF: found no page, expected addPage() before drawing")
    return page
  }
}

export interface PdfTextStyle {
  font: EmbeddedFont
  /** Points. */
  size: number
  /** Six hexadecimal digits. */
  color: string
}

/** Adds what pages share to the objects, and names it `/F0`, `/F1` … for them. */
function named(
  letter: string,
  shared: readonly { objects(first: number): (string | PdfStream)[] }[],
  objects: (string | PdfStream)[],
): string {
  const names = shared.map((one, index) => {
    const number = objects.length + 1
    objects.push(...one.objects(number))
    return `/${letter}${index} ${number} 0 R`
  })
  return names.join("")
}

function serialize(objects: readonly (string | PdfStream)[]): Buffer {
  const chunks: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")]
  let length = chunks[0]?.length ?? 0
  const add = (chunk: Buffer) => {
    chunks.push(chunk)
    length += chunk.length
  }
  const offsets = objects.map((object, index) => {
    const offset = length
    const isText = typeof object === "string"
    const dictionary = isText ? object : `<<${object.dictionary}/Length ${object.data.length}>>`
    add(Buffer.from(`${index + 1} 0 obj\n${dictionary}\n`, "latin1"))
    if (!isText) {
      add(Buffer.from("stream\n"))
      add(object.data)
      add(Buffer.from("\nendstream\n"))
    }
    add(Buffer.from("endobj\n"))
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`)
  const count = objects.length + 1
  const trailer =
    `xref\n0 ${count}\n0000000000 65535 f \n${entries.join("")}` +
    `trailer\n<</Size ${count}/Root ${CATALOG} 0 R/Info ${INFO} 0 R>>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...chunks, Buffer.from(trailer, "latin1")])
}

function num(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function rgb(color: string): string {
  const channels = color.match(/[\da-f]{2}/gi) ?? []
  return channels.map((channel) => num(parseInt(channel, 16) / 255)).join(" ")
}

/** A text string in UTF-16 with its mark, in hexadecimal, so that nothing needs escaping. */
function textString(text: string): string {
  return `<feff${Buffer.from(text, "utf16le").swap16().toString("hex")}>`
}

function asciiString(text: string): string {
  return `<${Buffer.from(text, "latin1").toString("hex")}>`
}

function pdfDate(date: Date): string {
  return `D:${date.toISOString().slice(0, 19).replace(/\D/g, "")}Z`
}
