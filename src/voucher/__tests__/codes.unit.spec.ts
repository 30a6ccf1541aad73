import fc from "fast-check"
import { readBarcodes } from "zxing-wasm/reader"
import { renderVoucherPage } from ".."
import { openPdfReader } from "./pdf-reader"
import { PAGE_URL, sampleView } from "./sample-view"

let reader: Awaited<ReturnType<typeof openPdfReader>>

beforeAll(async () => {
  reader = await openPdfReader()
})

afterAll(() => reader.close())

describe("the PDF", () => {
  it.each(["2523136", "00345678901234", "1", "311025640"])(
    "of CIP %s scans: the code in the bars, the page in the QR",
    async (cip) => {
      const { codes } = await reader.scan({ cip })
      expect(codes).toEqual({ Code128: cip, QRCode: PAGE_URL })
      expect((await reader.read({ cip })).pages).toBe(1)
    },
  )

  it("is real Spanish text with all a shopper needs", async () => {
    const { text } = await reader.read({ amount: "99999.99" })
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
    const { text } = await reader.read({ currencyCode: "usd" }, "en")
    const { codes } = await reader.scan({ currencyCode: "usd" }, "en")
    expect(text).toContain("Pay US$ 1,234.50 with this code")
    expect(codes.QRCode).toBe(`${PAGE_URL}?lang=en`)
  })

  it.each([
    ["paid", "Recibimos tu pago"],
    ["expired", "ya no lo pagues"],
    ["voided", "Este código fue anulado"],
    ["reversed", "Tu pago fue devuelto"],
  ] as const)("says %s and carries nothing to pay with", async (status, sentence) => {
    expect((await reader.read({ status })).text).toContain(sentence)
    expect((await reader.scan({ status })).codes).toEqual({})
  })

  it("prints what its font can draw of a name, or else the shop's address", async () => {
    const { text } = await reader.read({ shop: { name: "Ñandú 🛍️ (x) \\) <b> متجر" } })
    expect(text).toContain("Ñandú (x) \\) <b>")
    expect((await reader.read({ shop: { name: "متجر" } })).text).toContain("api.tienda.example")
  })

  it("stays one page with the longest names and the largest amount", async () => {
    const name = `${"Bodega Doña Peta y compañía ".repeat(3)} S. A. C.`
    const { pages, text } = await reader.read({ amount: "99999.99", shop: { name, contact: name } })
    expect([pages, text.includes(PAGE_URL)]).toEqual([1, true])
  })

  it("takes any name as text, and never as a piece of its own language", async () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(
        ") Tj ET /JS (app.alert)",
        "<</S/JavaScript>> \\",
        "%%EOF endobj",
        "<script>",
      ),
    )
    await fc.assert(
      fc.asyncProperty(hostile, async (name) => {
        const value = `x${name}`
        const shop = { name: value, contact: value }
        const { pages, text } = await reader.read({ shop, orderDisplayId: value })
        expect(pages).toBe(1)
        expect(text).toContain("Pedido x")
        expect(text).toContain(PAGE_URL)
        // A glyph that the font lacks comes back as one of these.
        expect(["\u0000", "\ufffd", "\ufffe"].filter((sign) => text.includes(sign))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it("goes on to a second page when the list of points is long", async () => {
    const point = {
      name: "Agente con un nombre largo",
      kind: "counter" as const,
      hours: "9 a 18 h",
    }
    const content = { ...sampleView().content, paymentPoints: Array(40).fill(point) }
    expect((await reader.read({ content })).pages).toBe(2)
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
