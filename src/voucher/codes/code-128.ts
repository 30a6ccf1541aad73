import JsBarcode from "jsbarcode"

/** Modules of quiet zone on each side; Code 128 asks for ten. */
const QUIET_MODULES = 10

/** A bar's place and width, in modules of the narrowest bar. */
export interface Bar {
  x: number
  width: number
}

export interface LinearBarcode {
  /** Whole width in modules, quiet zones included. */
  width: number
  bars: Bar[]
}

/** The digits as Code 128, which packs two digits in a symbol. */
export function code128(digits: string): LinearBarcode {
  const target: { encodings?: { data: string }[] } = {}
  JsBarcode(target, digits, { format: "CODE128" })
  const modules = (target.encodings ?? []).map(({ data }) => data).join("")
  const bars = Array.from(modules.matchAll(/1+/g), (run) => ({
    x: QUIET_MODULES + run.index,
    width: run[0].length,
  }))
  return { width: modules.length + 2 * QUIET_MODULES, bars }
}
