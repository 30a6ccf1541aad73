/** What a PDF needs to know of a font: its file, its measures and which glyph draws what. */
export interface TrueTypeFont {
  name: string
  file: Buffer
  unitsPerEm: number
  ascent: number
  descent: number
  capHeight: number
  /** xMin, yMin, xMax, yMax in font units. */
  box: readonly [number, number, number, number]
  /** Advance widths in font units, by glyph. */
  advances: readonly number[]
  /** Glyph by code point. */
  glyphs: ReadonlyMap<number, number>
}

/**
 * Reads the tables of a TrueType file that a PDF needs (OpenType 1.9: head, hhea, hmtx, OS/2, cmap).
 *
 * @throws Error naming the table when the file is not such a font
 */
export function readTrueTypeFont(name: string, file: Buffer): TrueTypeFont {
  const table = tableReader(name, file)
  const head = table("head")
  const hhea = table("hhea")
  const os2 = table("OS/2")
  const metricsCount = hhea.readUInt16BE(34)
  const hmtx = table("hmtx")
  return {
    name,
    file,
    unitsPerEm: head.readUInt16BE(18),
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    capHeight: os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(88) : hhea.readInt16BE(4),
    box: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    advances: Array.from({ length: metricsCount }, (_, glyph) => hmtx.readUInt16BE(glyph * 4)),
    glyphs: readCharacterMap(name, table("cmap")),
  }
}

/** The glyph of a code point, or `undefined` when the font has none. */
export function glyphOf(font: TrueTypeFont, codePoint: number): number | undefined {
  return font.glyphs.get(codePoint)
}

/** The advance of a glyph in font units; glyphs past the table share the last one. */
export function advanceOf(font: TrueTypeFont, glyph: number): number {
  return font.advances[glyph] ?? font.advances.at(-1) ?? 0
}

function tableReader(name: string, file: Buffer): (tag: string) => Buffer {
  const tables = new Map<string, Buffer>()
  for (let index = 0; index < file.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16
    const start = file.readUInt32BE(entry + 8)
    const tag = file.toString("latin1", entry, entry + 4)
    tables.set(tag, file.subarray(start, start + file.readUInt32BE(entry + 12)))
  }
  return (tag) => {
    const table = tables.get(tag)
    if (!table) throw new Error(`font ${name}: found no table ${tag}, expected a TrueType file`)
    return table
  }
}

/** Windows platform, Unicode BMP encoding; every text font carries it, as segments (format 4). */
function readCharacterMap(name: string, cmap: Buffer): Map<number, number> {
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const entry = 4 + index * 8
    const isUnicode = cmap.readUInt16BE(entry) === 3 && cmap.readUInt16BE(entry + 2) === 1
    const subtable = cmap.subarray(cmap.readUInt32BE(entry + 4))
    if (isUnicode && subtable.readUInt16BE(0) === 4) return readSegments(subtable)
  }
  throw new Error(`font ${name}: found no Unicode character map of format 4`)
}

function readSegments(subtable: Buffer): Map<number, number> {
  const doubleCount = subtable.readUInt16BE(6)
  const ends = 14
  const starts = ends + doubleCount + 2
  const deltas = starts + doubleCount
  const offsets = deltas + doubleCount
  const glyphs = new Map<number, number>()
  for (let at = 0; at < doubleCount; at += 2) {
    const start = subtable.readUInt16BE(starts + at)
    const end = subtable.readUInt16BE(ends + at)
    const delta = subtable.readUInt16BE(deltas + at)
    const offset = subtable.readUInt16BE(offsets + at)
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const listed = offset && subtable.readUInt16BE(offsets + at + offset + (code - start) * 2)
      const glyph = offset ? listed && (listed + delta) & 0xffff : (code + delta) & 0xffff
      if (glyph) glyphs.set(code, glyph)
    }
  }
  return glyphs
}
