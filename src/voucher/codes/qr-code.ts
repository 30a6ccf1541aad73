import { encode } from "uqr"

/** Modules of quiet zone on each side; the standard asks for four. */
const QUIET_MODULES = 4

/** A horizontal run of dark modules. */
export interface QrRun {
  x: number
  y: number
  width: number
}

export interface QrCode {
  /** Modules on each side, quiet zone included. */
  size: number
  runs: QrRun[]
}

/** A text as a QR code that survives a crease or a thermal printer (correction level M). */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_MODULES })
  return { size, runs: data.flatMap((row, y) => darkRuns(row, y)) }
}

function darkRuns(row: readonly boolean[], y: number): QrRun[] {
  const runs: QrRun[] = []
  row.forEach((dark, x) => {
    if (!dark) return
    const last = runs.at(-1)
    if (last && last.x + last.width === x) last.width += 1
    else runs.push({ x, y, width: 1 })
  })
  return runs
}
