import fc from "fast-check"
import { renderVoucherEmail, toVoucherJson, voucherEmailData, type VoucherEmailKind } from ".."
import { PAGE_URL, sampleView } from "./sample-view"

/** What a reader sees of a mail. */
function seen(html: string): string {
  return html.replace(/<[^>]+>/g, "").replace(/\s+/g, " ")
}

const kinds: VoucherEmailKind[] = ["issued", "expiring", "paid", "expired", "refunded"]

describe("voucher e-mails", () => {
  it("carry the code, the amount, the deadline and the way to pay", () => {
    const mail = renderVoucherEmail("issued", sampleView())
    expect(mail.subject).toBe("Tu código de pago 2523136: paga S/ 1,234.50 en Bodega Doña Peta")
    for (const fact of ["S/ 1,234.50", "jueves 12/12/2019 a las 03:10 p. m.", PAGE_URL, "Kasnet"]) {
      expect(fact === PAGE_URL ? mail.html : seen(mail.html)).toContain(fact)
      expect(mail.text).toContain(fact)
    }
    expect(mail.html).toContain("252 31 36")
    expect(mail.text).toContain("Código de pago (CIP): 2523136")
    expect(mail.text).toContain("Hola, María:")
    expect(mail.text).toContain("BCP (Si te piden el código de la empresa, es 02186)")
  })

  it("remind of the deadline, which stays right whenever it is read, and calm who has paid", () => {
    const mail = renderVoucherEmail("expiring", sampleView())
    expect(mail.subject).toBe("Tu código de pago 2523136 vence pronto")
    expect(mail.text).toContain(
      "Tienes hasta el jueves 12/12/2019 a las 03:10 p. m. (hora de Perú)",
    )
    expect(mail.text).not.toContain("2 h 15 min")
    expect(mail.text).toContain("Si ya pagaste, no hagas nada")
  })

  it("confirm a payment with its time", () => {
    const mail = renderVoucherEmail(
      "paid",
      sampleView({ paidAt: new Date("2019-12-12T15:00:00Z") }),
    )
    expect(mail.subject).toBe("Recibimos tu pago de S/ 1,234.50 en Bodega Doña Peta")
    expect(mail.text).toContain("Pagado el jueves 12/12/2019 a las 10:00 a. m.")
  })

  it("tell of money that was given back: how much, on which day, by which transfer", () => {
    const mail = renderVoucherEmail("refunded", sampleView())
    expect(mail.subject).toBe("Te devolvimos S/ 30.00 de tu compra en Bodega Doña Peta")
    for (const text of [mail.text, seen(mail.html)]) {
      expect(text).toContain("La transferencia se hizo el lunes 16/12/2019.")
      expect(text).toMatch(/Número de operación:? ?0042-77/)
      expect(text).not.toContain("1,234.50")
    }
    expect(() => renderVoucherEmail("refunded", sampleView({ refund: undefined }))).toThrow(
      "refund: found none, expected the one that the mail tells of",
    )
  })

  it("link to a new order when the code expired", () => {
    const mail = renderVoucherEmail("expired", sampleView())
    expect(mail.html).toContain('href="https://tienda.example/reorder/1042"')
    expect(mail.text).toContain("Volver a hacer mi pedido: https://tienda.example/reorder/1042")
    // There is no such button in a mail.
    expect(mail.text).not.toContain("«Ya pagué»")
    expect(mail.text).toContain(`Ver el estado de mi pago: ${PAGE_URL}`)
  })

  it.each(kinds)("%s loads nothing, runs nothing, and lets no input be markup", (kind) => {
    const bad = `<img src=x onerror="alert(1)">`
    const mail = renderVoucherEmail(
      kind,
      sampleView({
        firstName: bad,
        orderDisplayId: bad,
        shop: { name: `Tienda 🛍️\r\nBcc: a@b.example ${bad}`, contact: bad },
      }),
    )
    expect(mail.html).not.toMatch(/<img|<script|<link|src=(?!x)|url\(|@import/)
    expect(mail.html).not.toContain(bad)
    expect(mail.subject).not.toMatch(/[\r\n]/)
    expect(mail.html).toContain("max-width:600px")
    expect(mail.html).toContain("🛍️")
  })

  it("never let a name become markup or a second header, in any mail", () => {
    const tags = (html: string) => html.match(/<\/?[a-z]\w*/gi)?.join(" ")
    const named = (kind: VoucherEmailKind, name: string) =>
      renderVoucherEmail(
        kind,
        sampleView({ firstName: name, orderDisplayId: name, shop: { name, contact: name } }),
      )
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("</td></table><h1>", `"><a href="https://x.example">`, "${1}{amount}"),
    )
    fc.assert(
      fc.property(fc.constantFrom(...kinds), hostile, (kind, name) => {
        const mail = named(kind, `x${name}`)
        expect(tags(mail.html)).toBe(tags(named(kind, "x").html))
        expect(mail.subject).not.toMatch(/[\r\n]/)
      }),
    )
  })
})

describe("the data of a template of one's own", () => {
  it.each(kinds)("%s: all that the ready mail says", (kind) => {
    const view = sampleView({ paidAt: new Date("2019-12-12T15:00:00Z") })
    const data = voucherEmailData(kind, view)
    const mail = renderVoucherEmail(kind, view)
    expect(data).toMatchObject(toVoucherJson(view))
    expect(data.subject).toBe(mail.subject)
    expect(data.formatted).toEqual({
      cip: "252 31 36",
      amount: "S/ 1,234.50",
      expires_at: "jueves 12/12/2019 a las 03:10 p. m.",
      paid_at: "jueves 12/12/2019 a las 10:00 a. m.",
      refund_amount: "S/ 30.00",
      refunded_on: "lunes 16/12/2019",
    })
    expect(data.refund).toEqual({
      amount: "30.00",
      transferred_at: "2019-12-16T05:00:00.000Z",
      reference: "0042-77",
    })
    if (kind === "issued" || kind === "expiring") {
      for (const { name, points, steps } of data.ways) {
        for (const text of [name, ...steps, ...points.map((point) => point.name)]) {
          expect(mail.text).toContain(text)
        }
      }
    }
  })

  it("holds the points with their details, and the payer's first name alone", () => {
    const data = voucherEmailData("issued", sampleView())
    expect(data.ways[0]?.points[0]).toEqual({
      name: "Agentes y agencias BCP",
      details: ["Si te piden el código de la empresa, es 02186"],
    })
    expect(data.first_name).toBe("María")
    expect(data.contact).toBe("hola@tienda.example")
    expect(data.formatted.paid_at).toBeNull()
  })
})
