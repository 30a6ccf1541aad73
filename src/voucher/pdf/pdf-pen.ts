import type { EmbeddedFont } from "./embedded-font"
import { PdfDocument, type PdfInfo, type PdfRectangle } from "./pdf-document"
import type { PdfImage } from "./pdf-image"
import { printableText, wrapText } from "./wrap-text"

/** A4 in points. */
const PAGE = { width: 595.28, height: 841.89 }
const MARGIN = 36
const LINE_HEIGHT = 1.3
/** A small image is not blown up beyond the size it has on a screen, 96 pixels an inch. */
const MAX_POINTS_PER_PIXEL = 0.75

export interface PenStyle {
  font: EmbeddedFont
  size: number
  color?: string
  align?: "left" | "center" | "right"
}

export interface TextColumn {
  x: number
  width: number
}

const INK = "1c1b18"

/** Draws from the top of the page downwards and goes on to a new page when one is full. */
export class PdfPen {
  /** Distance from the page's top to where the next thing is drawn, in points. */
  top = MARGIN
  readonly body: TextColumn = { x: MARGIN, width: PAGE.width - 2 * MARGIN }
  private readonly document: PdfDocument

  constructor(fonts: readonly EmbeddedFont[], info: PdfInfo) {
    this.document = new PdfDocument(PAGE, fonts, info)
    this.document.addPage()
  }

  /** Draws a paragraph in a column and moves below it. */
  paragraph(text: string, style: PenStyle, column: TextColumn = this.body, link?: string): void {
    const printable = printableText(text, style.font)
    for (const line of wrapText(printable, style.font, style.size, column.width)) {
      this.line(line, style, column, link)
    }
  }

  /** Height a paragraph will take, in points. */
  heightOf(text: string, style: PenStyle, column: TextColumn = this.body): number {
    const lines = wrapText(printableText(text, style.font), style.font, style.size, column.width)
    return lines.length * style.size * LINE_HEIGHT
  }

  /** A filled box at the current height; the pen stays where it is. */
  box(column: TextColumn, height: number, color: string): void {
    this.fill([{ x: column.x, y: this.top, width: column.width, height }], color)
  }

  /** Filled areas, given with `y` as the distance of their upper edge from the page's top. */
  fill(areas: readonly PdfRectangle[], color = INK): void {
    this.document.rectangles(
      areas.map((area) => ({ ...area, y: PAGE.height - area.y - area.height })),
      color,
    )
  }

  /** An image in its own proportions, no larger than the box at the current height; its measures. */
  image(image: PdfImage, box: { x: number; width: number; height: number }) {
    const fit = Math.min(box.width / image.width, box.height / image.height)
    const scale = Math.min(fit, MAX_POINTS_PER_PIXEL)
    const [width, height] = [image.width * scale, image.height * scale]
    this.document.image(image, { x: box.x, y: PAGE.height - this.top - height, width, height })
    return { width, height }
  }

  /** Goes on to a new page unless that many points are left on this one. */
  reserve(height: number): void {
    if (this.top + height <= PAGE.height - MARGIN) return
    this.document.addPage()
    this.top = MARGIN
  }

  skip(points: number): void {
    this.top += points
  }

  /** Two columns side by side, each drawn from the same height; ends below the longer one. */
  sideBySide(
    gap: number,
    left: (column: TextColumn) => void,
    right: (column: TextColumn) => void,
  ): void {
    const width = (this.body.width - gap) / 2
    const top = this.top
    left({ x: this.body.x, width })
    const leftEnd = this.top
    this.top = top
    right({ x: this.body.x + width + gap, width })
    this.top = Math.max(leftEnd, this.top)
  }

  toBuffer(): Buffer {
    return this.document.toBuffer()
  }

  private line(line: string, style: PenStyle, column: TextColumn, link?: string): void {
    const { align = "left", color = INK, font, size } = style
    const height = size * LINE_HEIGHT
    this.reserve(height)
    const width = font.widthOf(line) * size
    const slack = align === "left" ? 0 : (column.width - width) / (align === "center" ? 2 : 1)
    const baseline = this.top + (height + (font.ascent + font.descent) * size) / 2
    const x = column.x + slack
    this.document.text(line, { x, y: PAGE.height - baseline }, { font, size, color })
    if (link !== undefined) {
      this.document.link({ x, y: PAGE.height - this.top - height, width, height }, link)
    }
    this.top += height
  }
}
