import type { PdfStream } from "./embedded-font"

/** An image in the form a PDF takes it (ISO 32000-1, 8.9), prepared once and used in all documents. */
export interface PdfImage {
  /** Pixels. */
  width: number
  height: number
  /** The image and what it refers to; object numbers start at `first`, where the image itself stands. */
  objects(first: number): PdfStream[]
}
