import { isJpeg, readJpeg } from "./jpeg-image"
import type { PdfImage } from "./pdf-image"
import { isPng, readPng } from "./png-image"

/**
 * Prepares a PNG or JPEG file.
 *
 * @throws RangeError saying what was found and what a PDF can hold
 */
export function readPdfImage(file: Uint8Array): PdfImage {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (isPng(bytes)) return readPng(bytes)
  if (isJpeg(bytes)) return readJpeg(bytes)
  throw new RangeError("logo: found neither a PNG nor a JPEG file")
}
