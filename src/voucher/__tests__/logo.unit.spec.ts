import fc from "fast-check"
import { PNG, type PNGOptions } from "pngjs"
import { logoAddress, readPdfImage } from ".."
import { MAX_LOGO_PIXELS } from "../limits"
import { openPdfReader } from "./pdf-reader"
import { sampleView } from "./sample-view"

/** Where the logo begins on the page, in points. */
const CORNER = 36

/** 16 × 16 pixels of blue (30, 100, 200), as a browser wrote them. */
const JPEG = Buffer.from(
  [
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtq",
    "eJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSk",
    "pKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAQABADASIAAhEBAxEB/8QA",
    "FQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAA",
    "AAAABAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCQBSDf/9k=",
  ].join(""),
  "base64",
)

/** A red square of 64 pixels whose right half is half transparent. */
function squarePng(options: PNGOptions = {}): Buffer {
  const png = new PNG({ width: 64, height: 64 })
  for (let pixel = 0; pixel < 64 * 64; pixel += 1) {
    png.data.set([200, 0, 0, pixel % 64 < 32 ? 255 : 128], pixel * 4)
  }
  return PNG.sync.write(png, options)
}

let reader: Awaited<ReturnType<typeof openPdfReader>>

beforeAll(async () => {
  reader = await openPdfReader()
})

afterAll(() => reader.close())

function printed(file: Uint8Array) {
  return reader.scan({ shop: { name: "Bodega Doña Peta", logoImage: readPdfImage(file) } })
}

describe("a logo in the PDF", () => {
  it("stands beside the name, with what is transparent let through", async () => {
    const { codes, colorAt } = await printed(squarePng())
    expect(colorAt(CORNER + 8, CORNER + 8)).toEqual([200, 0, 0])
    const [red, green, blue] = colorAt(CORNER + 32, CORNER + 8)
    expect([red, green > 120 && green < 135, blue]).toEqual([expect.any(Number), true, green])
    expect(codes).toHaveProperty("QRCode")
    const shop = { name: "Bodega Doña Peta", logoImage: readPdfImage(squarePng()) }
    expect((await reader.read({ shop })).text).toContain("Bodega Doña Peta")
  })

  it("may have no transparency", async () => {
    const { colorAt } = await printed(squarePng({ colorType: 2 }))
    expect(colorAt(CORNER + 8, CORNER + 8)).toEqual([200, 0, 0])
  })

  it("may be grey", async () => {
    const { colorAt } = await printed(squarePng({ colorType: 0 }))
    const [red, green, blue] = colorAt(CORNER + 8, CORNER + 8)
    expect([green, blue]).toEqual([red, red])
    expect(red).toBeLessThan(200)
  })

  it("may be a JPEG, in its own size when it is small", async () => {
    const { colorAt } = await printed(JPEG)
    const [red, green, blue] = colorAt(CORNER + 6, CORNER + 6)
    expect([red < 60, green > 70 && green < 130, blue > 170]).toEqual([true, true, true])
    expect(colorAt(CORNER + 14, CORNER + 14)).toEqual([255, 255, 255])
  })

  it("leaves the name alone where there is none", async () => {
    const { colorAt } = await reader.scan({})
    expect(colorAt(CORNER + 30, CORNER + 30)).toEqual([255, 255, 255])
    expect((await reader.read({})).text).toContain("Bodega Doña Peta")
  })
})

describe("a file that can't be a logo", () => {
  it.each([
    ["an SVG", Buffer.from("<svg/>"), "logo: found neither a PNG nor a JPEG file"],
    ["nothing", Buffer.alloc(0), "logo: found neither"],
    ["a cut PNG", squarePng().subarray(0, 60), "logo: found a damaged PNG file"],
    ["a cut JPEG", JPEG.subarray(0, 40), "logo: found a damaged JPEG file"],
    ["a JPEG for a press", withColors(4), "logo: found a JPEG of 4 colours, expected grey or RGB"],
  ])("is named: %s", (_kind, file, message) => {
    expect(() => readPdfImage(file)).toThrow(message)
  })

  it("is refused for its size before it is unpacked", () => {
    const header = squarePng().subarray(0, 33)
    header.writeUInt32BE(MAX_LOGO_PIXELS / 1_000, 16)
    header.writeUInt32BE(1_001, 20)
    expect(() => readPdfImage(header)).toThrow(`expected at most ${MAX_LOGO_PIXELS}`)
    header.writeUInt32BE(1_000, 20)
    expect(() => readPdfImage(header)).toThrow("damaged")
  })

  it("is refused by name whatever is damaged in it", () => {
    const files = [squarePng(), JPEG]
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        fc.nat(255),
        fc.nat(),
        (file, at, byte, end) => {
          const damaged = Buffer.from(file.subarray(0, 1 + (end % file.length)))
          damaged[at % damaged.length] = byte
          try {
            expect(readPdfImage(damaged).width).toBeGreaterThan(0)
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError)
          }
        },
      ),
    )
  })

  function withColors(components: number): Buffer {
    const file = Buffer.from(JPEG)
    file.writeUInt8(components, file.indexOf(Buffer.from([0xff, 0xc0])) + 9)
    return file
  }
})

describe("the address of a logo", () => {
  const address = (logoUrl: string) => logoAddress(sampleView({ shop: { name: "T", logoUrl } }))

  it("is a data: URI of an image, or of the voucher page's own host, and no other", () => {
    expect(address("data:image/png;base64,AAAA")).toBe("data:image/png;base64,AAAA")
    expect(address("/static/logo.png")).toBe("https://api.tienda.example/static/logo.png")
    expect(address("https://api.tienda.example/a.jpg")).toBe("https://api.tienda.example/a.jpg")
    expect(address("https://cdn.example/logo.png")).toBeUndefined()
    expect(address("file:///etc/passwd")).toBeUndefined()
    expect(address("//169.254.169.254/latest")).toBeUndefined()
  })
})
