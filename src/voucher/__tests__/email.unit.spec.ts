import { renderVoucherEmail, type VoucherEmailKind } from ".."
import { PAGE_URL, sampleView } from "./sample-view"

const kinds: VoucherEmailKind[] = ["issued", "expiring", "paid", "expired"]

describe("voucher e-mails", () => {
  it("carry the code, the amount, the deadline and the way to pay", () => {
    const mail = renderVoucherEmail("issued", sampleView())
    expect(mail.subject).toBe("Tu código de pago 2523136: paga S/ 1,234.50 en Bodega Doña Peta")
    for (const fact of ["S/ 1,234.50", "jueves 12/12/2019 a las 03:10 p. m.", PAGE_URL, "Kasnet"]) {
      expect(mail.html).toContain(fact)
      expect(mail.text).toContain(fact)
    }
    expect(mail.html).toContain("252 31 36")
    expect(mail.text).toContain("Código de pago (CIP): 2523136")
    expect(mail.text).toContain("Hola, María:")
  })

  it("remind with the time that is left, and calm who has paid", () => {
    const mail = renderVoucherEmail("expiring", sampleView())
    expect(mail.subject).toBe("Tu código de pago 2523136 vence pronto")
    expect(mail.text).toContain("Te quedan 1 día 2 h 15 min")
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

  it("link to a new order when the code expired", () => {
    const mail = renderVoucherEmail("expired", sampleView())
    expect(mail.html).toContain('href="https://tienda.example/reorder/1042"')
    expect(mail.text).toContain("Volver a hacer mi pedido: https://tienda.example/reorder/1042")
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
})
