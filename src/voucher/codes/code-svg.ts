import { html, type SafeHtml, trustedHtml } from "../html/html"
import { code128 } from "./code-128"
import { qrCode } from "./qr-code"

/** Height of the bars in modules of the narrowest bar. */
const BARCODE_HEIGHT = 36

/** The CIP's barcode, dark on white whatever the page's colours are. */
export function barcodeSvg(digits: string, label: string): SafeHtml {
  const { bars, width } = code128(digits)
  const path = bars.map((bar) => `M${bar.x} 0h${bar.width}v${BARCODE_HEIGHT}h-${bar.width}z`)
  return codeSvg("barcode", label, width, BARCODE_HEIGHT, path.join(""))
}

/** A QR code of a text, dark on white whatever the page's colours are. */
export function qrSvg(text: string, label: string): SafeHtml {
  const { runs, size } = qrCode(text)
  const path = runs.map((run) => `M${run.x} ${run.y}h${run.width}v1h-${run.width}z`)
  return codeSvg("qr", label, size, size, path.join(""))
}

function codeSvg(
  name: string,
  label: string,
  width: number,
  height: number,
  path: string,
): SafeHtml {
  return html`<svg
    class="${name}"
    role="img"
    aria-label="${label}"
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="${name === "barcode" ? "none" : "xMidYMid meet"}"
    shape-rendering="crispEdges"
  >
    <rect width="${width}" height="${height}" fill="#fff" />
    <path d="${trustedHtml(path)}" fill="#000" />
  </svg>`
}
