import { deflateSync } from "node:zlib"
import { PNG } from "pngjs"
import { MAX_LOGO_PIXELS } from "../limits"
import type { PdfImage } from "./pdf-image"

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1")
/** Places of the width and the height in the header, which is always the first block. */
const WIDTH_AT = 16
const HEIGHT_AT = 20
const HEADER_BYTES = 24
const OPAQUE = 255

export function isPng(file: Buffer): boolean {
  return file.subarray(0, SIGNATURE.length).equals(SIGNATURE) && file.length >= HEADER_BYTES
}

/**
 * A PNG of any kind (palette, grey, interlaced, 16 bits) as colours and, where it is not opaque, a
 * mask.
 *
 * @throws RangeError when it has too many pixels or is damaged
 */
export function readPng(file: Buffer): PdfImage {
  const pixels = file.readUInt32BE(WIDTH_AT) * file.readUInt32BE(HEIGHT_AT)
  // Before anything is unpacked: a small file may hold a very large picture.
  if (pixels > MAX_LOGO_PIXELS) {
    throw new RangeError(`logo: found ${pixels} pixels, expected at most ${MAX_LOGO_PIXELS}`)
  }
  const { data, height, width } = decode(file)
  const colors = Buffer.alloc(pixels * 3)
  const mask = Buffer.alloc(pixels)
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    data.copy(colors, pixel * 3, pixel * 4, pixel * 4 + 3)
    mask[pixel] = data[pixel * 4 + 3] as number
  }
  const head = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8`
  const packed = deflateSync(colors)
  const packedMask = mask.every((alpha) => alpha === OPAQUE) ? undefined : deflateSync(mask)
  return {
    width,
    height,
    objects: (first) => [
      {
        dictionary: `${head}/ColorSpace/DeviceRGB/Filter/FlateDecode${packedMask ? `/SMask ${first + 1} 0 R` : ""}`,
        data: packed,
      },
      ...(packedMask
        ? [{ dictionary: `${head}/ColorSpace/DeviceGray/Filter/FlateDecode`, data: packedMask }]
        : []),
    ],
  }
}

function decode(file: Buffer): { data: Buffer; width: number; height: number } {
  try {
    return PNG.sync.read(file)
  } catch (error) {
    throw new RangeError(`logo: found a damaged PNG file (${(error as Error).message})`)
  }
}
