import { readFileSync } from "node:fs"
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader"
import { renderVoucherPage, renderVoucherPdf, type VoucherView } from ".."
import { PAGE_URL, sampleView } from "./sample-view"

/** Dots per point: 216 dpi, less than an office printer. */
const SCALE = 3

/** Chrome's own PDF engine; an ES module, so it is imported when it is needed. */
async function loadPdfium() {
  const { PDFiumLibrary } = await import("@hyzyla/pdfium")
  return PDFiumLibrary.init()
}

let pdfium: Awaited<ReturnType<typeof loadPdfium>>

beforeAll(async () => {
  const wasm = readFileSync(require.resolve("zxing-wasm/reader/zxing_reader.wasm"))
  prepareZXingModule({
    overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset) as ArrayBuffer },
  })
  pdfium = await loadPdfium()
})

afterAll(() => pdfium.destroy())

async function readPdf(changes: Partial<VoucherView>, lang: "es" | "en" = "es") {
  const document = await pdfium.loadDocument(renderVoucherPdf(sampleView(changes), { lang }))
  try {
    const page = document.getPage(0)
    const text = page.getText().replace(/\s+/g, " ")
    const { data, height, width } = await page.render({ scale: SCALE, render: "bitmap" })
    const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: "srgb" as const }
    const codes = await readBarcodes(image as ImageData, { formats: ["Code128", "QRCode"] })
    return {
      pages: document.getPageCount(),
      text,
      codes: Object.fromEntries(codes.map(({ format, text }) => [format, text])),
    }
  } finally {
    document.destroy()
  }
}

describe("the PDF", () => {
  it.each(["2523136", "00345678901234", "1", "311025640"])(
    "of CIP %s scans: the code in the bars, the page in the QR",
    async (cip) => {
      const { codes, pages } = await readPdf({ cip })
      expect(codes).toEqual({ Code128: cip, QRCode: PAGE_URL })
      expect(pages).toBe(1)
    },
  )

  it("is real Spanish text with all a shopper needs", async () => {
    const { text } = await readPdf({ amount: "99999.99" })
    for (const sentence of [
      "Bodega Doña Peta",
      "Código de pago (CIP)",
      "252 31 36",
      "S/ 99,999.99",
      "12/12/2019 a las 03:10 p. m.",
      "«Pago de servicios»",
      "¿Cómo y dónde pago?",
      "Agentes y agencias BCP (Si te piden el código de la empresa, es 02186)",
      "hola@tienda.example",
      PAGE_URL,
    ]) {
      expect(text).toContain(sentence)
    }
  })

  it("speaks English, and its QR opens the English page", async () => {
    const { codes, text } = await readPdf({ currencyCode: "usd" }, "en")
    expect(text).toContain("Pay US$ 1,234.50 with this code")
    expect(codes.QRCode).toBe(`${PAGE_URL}?lang=en`)
  })

  it.each([
    ["paid", "Recibimos tu pago"],
    ["expired", "ya no lo pagues"],
    ["voided", "Este código fue anulado"],
    ["reversed", "Tu pago fue devuelto"],
  ] as const)("says %s and carries nothing to pay with", async (status, sentence) => {
    const { codes, text } = await readPdf({ status })
    expect(text).toContain(sentence)
    expect(codes).toEqual({})
  })

  it("prints what its font can draw of a name, or else the shop's address", async () => {
    const { text } = await readPdf({ shop: { name: "Ñandú 🛍️ (x) \\) <b> متجر" } })
    expect(text).toContain("Ñandú (x) \\) <b>")
    expect((await readPdf({ shop: { name: "متجر" } })).text).toContain("api.tienda.example")
  })

  it("goes on to a second page when the list of points is long", async () => {
    const point = {
      name: "Agente con un nombre largo",
      kind: "counter" as const,
      hours: "9 a 18 h",
    }
    const content = { ...sampleView().content, paymentPoints: Array(40).fill(point) }
    expect((await readPdf({ content })).pages).toBe(2)
  })
})

describe("the page", () => {
  it("draws the same codes", async () => {
    const { html } = renderVoucherPage(sampleView(), {
      lang: "es",
      nonce: "c2FtcGxlLW5vbmNlLTEyMw==",
    })
    const svgs = Array.from(html.matchAll(/viewBox="0 0 (\d+) (\d+)".*?d="([^"]+)"/gs))
    const texts = await Promise.all(
      svgs.map(async ([, width, height, path]) => {
        const image = rasterize(Number(width), Number(height), path as string)
        return (await readBarcodes(image, { formats: ["Code128", "QRCode"] }))[0]?.text
      }),
    )
    expect(texts).toEqual(["2523136", PAGE_URL])
  })
})

/** Draws a path of rectangles, four dots a module. */
function rasterize(width: number, height: number, path: string): ImageData {
  const dots = 4
  const data = new Uint8ClampedArray(width * height * dots * dots * 4).fill(255)
  for (const [, x, y, w, h] of path.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-\d+z/g)) {
    for (let row = Number(y) * dots; row < (Number(y) + Number(h)) * dots; row += 1) {
      const start = (row * width * dots + Number(x) * dots) * 4
      data.fill(0, start, start + Number(w) * dots * 4)
      for (let alpha = start + 3; alpha < start + Number(w) * dots * 4; alpha += 4)
        data[alpha] = 255
    }
  }
  return { data, width: width * dots, height: height * dots, colorSpace: "srgb" } as ImageData
}
