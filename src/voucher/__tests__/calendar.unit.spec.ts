import fc from "fast-check"
import { renderVoucherCalendar } from ".."
import { PAGE_URL, sampleView } from "./sample-view"

const load = async () => (await import("ical.js")).default
let ICAL: Awaited<ReturnType<typeof load>>

beforeAll(async () => {
  ICAL = await load()
})

/** The file as a calendar reads it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as [])
  const component = calendar.getFirstSubcomponent("vevent")!
  const alarm = component.getFirstSubcomponent("valarm")
  return { event: new ICAL.Event(component), component, alarm, calendar }
}

describe("the deadline as a calendar file", () => {
  it("is the instant, with what is to be paid and where to look, and an alarm before it", () => {
    const { event, component, alarm } = read(renderVoucherCalendar(sampleView(), "es"))
    expect(event.startDate.toJSDate()).toEqual(new Date("2019-12-12T20:10:00Z"))
    expect(event.endDate.toJSDate()).toEqual(event.startDate.toJSDate())
    expect(event.summary).toBe("Último momento para pagar S/ 1,234.50 en Bodega Doña Peta")
    expect(event.description).toContain("Código de pago (CIP) de PagoEfectivo: 252 31 36\n")
    expect(event.description).toContain(PAGE_URL)
    expect(component.getFirstPropertyValue("url")).toBe(PAGE_URL)
    expect(String(alarm?.getFirstPropertyValue("trigger"))).toBe("-PT3H")
  })

  it("speaks the page's language", () => {
    const { event } = read(renderVoucherCalendar(sampleView(), "en"))
    expect(event.summary).toBe("Last moment to pay S/ 1,234.50 at Bodega Doña Peta")
    expect(event.description).toContain(`${PAGE_URL}?lang=en`)
  })

  it("is one entry however often it is taken in, and another for another code", () => {
    const uid = (cip: string) => read(renderVoucherCalendar(sampleView({ cip }), "es")).event.uid
    expect(uid("2523136")).toBe(uid("2523136"))
    expect(uid("2523137")).not.toBe(uid("2523136"))
  })

  it("tells nothing of the payer", () => {
    expect(renderVoucherCalendar(sampleView(), "es")).not.toContain("María")
  })

  it("stays one event with one summary, whatever the shop is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (name) => {
        const file = renderVoucherCalendar(sampleView({ shop: { name } }), "es")
        const { calendar, event } = read(file)
        expect(calendar.getAllSubcomponents()).toHaveLength(1)
        expect(event.summary).toMatch(/^Último momento para pagar S\/ 1,234\.50 en /)
        expect(file.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
      }),
    )
  })
})
