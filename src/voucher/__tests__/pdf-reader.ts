import { readFileSync } from "node:fs"
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader"
import { renderVoucherPdf, type VoucherView } from ".."
import { sampleView } from "./sample-view"

/** Dots per point: 216 dpi, less than an office printer. */
const SCALE = 3

/** Red, green and blue, 0 to 255. */
type Color = [number, number, number]

type Changes = Partial<VoucherView>

/** Chrome's own PDF engine; an ES module, so it is imported when it is needed. */
async function loadPdfium() {
  const { PDFiumLibrary } = await import("@hyzyla/pdfium")
  return PDFiumLibrary.init()
}

type Library = Awaited<ReturnType<typeof loadPdfium>>
type PdfFile = Awaited<ReturnType<Library["loadDocument"]>>

/** Renders vouchers as PDF and reads them with other people's readers: PDFium and zxing. */
export async function openPdfReader() {
  const wasm = readFileSync(require.resolve("zxing-wasm/reader/zxing_reader.wasm"))
  prepareZXingModule({
    overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset) as ArrayBuffer },
  })
  const pdfium = await loadPdfium()

  async function open<Result>(
    changes: Changes,
    lang: "es" | "en",
    look: (document: PdfFile) => Result | Promise<Result>,
  ): Promise<Result> {
    const document = await pdfium.loadDocument(renderVoucherPdf(sampleView(changes), { lang }))
    try {
      return await look(document)
    } finally {
      document.destroy()
    }
  }

  /** How many pages it has, and the text of all, one space between words. */
  function read(changes: Changes, lang: "es" | "en" = "es") {
    return open(changes, lang, (document) => {
      const texts = [...document.pages()].map((page) => page.getText())
      return { pages: texts.length, text: texts.join(" ").replace(/\s+/g, " ") }
    })
  }

  /**
   * What the codes on the first page say, by their kind, and the colour at a place of it, in points
   * from its upper left corner.
   */
  function scan(changes: Changes, lang: "es" | "en" = "es") {
    return open(changes, lang, async (document) => {
      const page = document.getPage(0)
      const { data, height, width } = await page.render({ scale: SCALE, render: "bitmap" })
      const pixels = new Uint8ClampedArray(data)
      const image = { data: pixels, width, height, colorSpace: "srgb" } as ImageData
      const codes = await readBarcodes(image, { formats: ["Code128", "QRCode"] })
      return {
        codes: Object.fromEntries(codes.map(({ format, text }) => [format, text])),
        colorAt: (x: number, y: number): Color => {
          const at = (Math.round(y * SCALE) * width + Math.round(x * SCALE)) * 4
          return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
        },
      }
    })
  }

  return { read, scan, close: () => pdfium.destroy() }
}
