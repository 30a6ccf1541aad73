import { MAX_LOGO_PIXELS } from "../limits"
import type { PdfImage } from "./pdf-image"

const START = 0xffd8
/** Start of frame, baseline to progressive; the others in this range are tables. */
const FIRST_FRAME = 0xffc0
const LAST_FRAME = 0xffcf
const NO_FRAMES: ReadonlySet<number> = new Set([0xffc4, 0xffc8, 0xffcc])
/** Marker, length, precision, height, width, components. */
const FRAME_BYTES = 10
const COLOR_SPACES: Record<number, string> = { 1: "DeviceGray", 3: "DeviceRGB" }

export function isJpeg(file: Buffer): boolean {
  return file.length > FRAME_BYTES && file.readUInt16BE(0) === START
}

/**
 * A JPEG goes into a PDF as it is; only its measures are read.
 *
 * @throws RangeError when it has no frame, too many pixels, or colours meant for a printing press
 */
export function readJpeg(file: Buffer): PdfImage {
  const frame = frameOf(file)
  const height = file.readUInt16BE(frame + 5)
  const width = file.readUInt16BE(frame + 7)
  const components = file.readUInt8(frame + 9)
  const space = COLOR_SPACES[components]
  if (!space) {
    throw new RangeError(`logo: found a JPEG of ${components} colours, expected grey or RGB`)
  }
  const pixels = width * height
  if (pixels === 0 || pixels > MAX_LOGO_PIXELS) {
    throw new RangeError(`logo: found ${pixels} pixels, expected 1 to ${MAX_LOGO_PIXELS}`)
  }
  const dictionary =
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8` +
    `/ColorSpace/${space}/Filter/DCTDecode`
  return { width, height, objects: () => [{ dictionary, data: file }] }
}

/** Where the frame's header begins: each block before it says how long it is. */
function frameOf(file: Buffer): number {
  let at = 2
  while (at + FRAME_BYTES <= file.length) {
    const marker = file.readUInt16BE(at)
    if (marker >= FIRST_FRAME && marker <= LAST_FRAME && !NO_FRAMES.has(marker)) return at
    at += marker === 0xffff ? 1 : 2 + file.readUInt16BE(at + 2)
  }
  throw new RangeError("logo: found a damaged JPEG file (no frame)")
}
