import { readFileSync } from "node:fs"
import { embedFont, type EmbeddedFont } from "./embedded-font"
import { readTrueTypeFont } from "./true-type-font"

const PACKAGE = "@expo-google-fonts/atkinson-hyperlegible"

export interface VoucherFonts {
  regular: EmbeddedFont
  bold: EmbeddedFont
}

let loaded: VoucherFonts | undefined

/**
 * Atkinson Hyperlegible (SIL Open Font License), drawn so that digits and letters are not taken for
 * each other. Read and prepared once for the life of the process.
 */
export function voucherFonts(): VoucherFonts {
  loaded ??= {
    regular: load("400Regular", "AtkinsonHyperlegible_400Regular"),
    bold: load("700Bold", "AtkinsonHyperlegible_700Bold"),
  }
  return loaded
}

function load(folder: string, file: string): EmbeddedFont {
  const path = require.resolve(`${PACKAGE}/${folder}/${file}.ttf`)
  return embedFont(readTrueTypeFont(file.replace("_", "-"), readFileSync(path)))
}
