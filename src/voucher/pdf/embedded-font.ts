import { deflateSync } from "node:zlib"
import { advanceOf, glyphOf, type TrueTypeFont } from "./true-type-font"

const NONSYMBOLIC_FLAG = 1 << 5
/** PDF measures glyphs in thousandths of the font size. */
const PDF_UNITS = 1000
const MAX_MAPPINGS_IN_BLOCK = 100

/** A font in the form a PDF takes it (ISO 32000-1, 9.7), shared by all documents. */
export interface EmbeddedFont {
  /** Ascent and descent in parts of the font size. */
  ascent: number
  descent: number
  /** The dictionaries of the font; object numbers start at `first`. */
  objects(first: number): (string | PdfStream)[]
  /** The text as glyph numbers in hexadecimal, as the operator Tj takes it. */
  encode(text: string): string
  /** Width in parts of the font size. */
  widthOf(text: string): number
  has(codePoint: number): boolean
}

export interface PdfStream {
  dictionary: string
  data: Buffer
}

/** Prepares a font; the costly parts (compression, tables) happen here and once. */
export function embedFont(font: TrueTypeFont): EmbeddedFont {
  const scale = PDF_UNITS / font.unitsPerEm
  const units = (value: number) => Math.round(value * scale)
  const file = deflateSync(font.file)
  const toUnicode = deflateSync(Buffer.from(unicodeMap(font.glyphs), "latin1"))
  const widths = Array.from(font.advances, units).join(" ")
  const glyphs = (text: string) =>
    Array.from(text, (character) => glyphOf(font, character.codePointAt(0) as number) ?? 0)

  return {
    ascent: font.ascent / font.unitsPerEm,
    descent: font.descent / font.unitsPerEm,
    has: (codePoint) => glyphOf(font, codePoint) !== undefined,
    encode: (text) =>
      glyphs(text)
        .map((glyph) => glyph.toString(16).padStart(4, "0"))
        .join(""),
    widthOf: (text) =>
      glyphs(text).reduce((sum, glyph) => sum + advanceOf(font, glyph), 0) / font.unitsPerEm,
    objects: (first) => [
      `<</Type/Font/Subtype/Type0/BaseFont/${font.name}/Encoding/Identity-H` +
        `/DescendantFonts[${first + 1} 0 R]/ToUnicode ${first + 4} 0 R>>`,
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${font.name}/CIDToGIDMap/Identity` +
        `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${first + 2} 0 R/DW ${units(font.advances.at(-1) ?? 0)}/W[0[${widths}]]>>`,
      `<</Type/FontDescriptor/FontName/${font.name}/Flags ${NONSYMBOLIC_FLAG}` +
        `/FontBBox[${font.box.map(units).join(" ")}]/ItalicAngle 0/Ascent ${units(font.ascent)}` +
        `/Descent ${units(font.descent)}/CapHeight ${units(font.capHeight)}/StemV 80` +
        `/FontFile2 ${first + 3} 0 R>>`,
      { dictionary: `/Filter/FlateDecode/Length1 ${font.file.length}`, data: file },
      { dictionary: "/Filter/FlateDecode", data: toUnicode },
    ],
  }
}

/** What makes the text selectable and searchable: glyph number to character. */
function unicodeMap(glyphs: ReadonlyMap<number, number>): string {
  const characterOf = new Map<number, number>()
  for (const [codePoint, glyph] of glyphs) {
    if (!characterOf.has(glyph)) characterOf.set(glyph, codePoint)
  }
  const lines = Array.from(
    characterOf,
    ([glyph, codePoint]) => `<${hex16(glyph)}><${hex16(codePoint)}>`,
  )
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += MAX_MAPPINGS_IN_BLOCK) {
    const block = lines.slice(at, at + MAX_MAPPINGS_IN_BLOCK)
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`)
  }
  return `/CIDInit/ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def/CMapType 2 def
1 begincodespacerange <0000><ffff> endcodespacerange
${blocks.join("\n")}
endcmap CMapName currentdict/CMap defineresource pop end end`
}

function hex16(value: number): string {
  return value.toString(16).padStart(4, "0")
}
