import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { PagoEfectivoVoucher, type PagoEfectivoVoucherProps } from ".."

function render(props: Partial<PagoEfectivoVoucherProps> = {}): string {
  return renderToStaticMarkup(
    createElement(PagoEfectivoVoucher, {
      amount: "1234.50",
      currencyCode: "pen",
      voucher: {
        cip: "2523136",
        status: "waiting",
        expires_at: "2019-12-12T20:10:00.000Z",
        page_url: "https://api.example/pagoefectivo/vouchers/abc",
      },
      ...props,
    }),
  )
}

describe("PagoEfectivoVoucher, rendered on a server", () => {
  it("shows the code, the amount and the deadline from the session's data alone", () => {
    const html = render()
    expect(html).toContain("<span>252</span><span>31</span><span>36</span>")
    expect(html).toContain("S/ 1,234.50")
    expect(html).toContain("jueves 12/12/2019 a las 03:10 p. m.")
    expect(html).toContain('href="https://api.example/pagoefectivo/vouchers/abc"')
    expect(html).not.toContain("Ya pagué")
  })

  it("offers the check when it can ask the store", () => {
    expect(render({ publishableKey: "pk_1" })).toContain("Ya pagué")
  })

  it.each([
    ["paid", "¡Listo! Recibimos tu pago."],
    ["expired", "ya no lo pagues"],
    ["voided", "Este código fue anulado"],
    ["reversed", "Tu pago fue devuelto"],
  ] as const)("%s shows no code and no way to pay", (status, sentence) => {
    const html = render({
      voucher: {
        cip: "2523136",
        status,
        expires_at: "2019-12-12T20:10:00.000Z",
        page_url: "https://api.example/pagoefectivo/vouchers/abc",
      },
    })
    expect(html).toContain(sentence)
    expect(html).not.toContain('class="pe-digits"')
    expect(html).toContain("Ver el detalle")
    expect(html).not.toContain("Ver dónde pagar")
  })

  it("takes English, own texts, own class, own styles", () => {
    const html = render({ lang: "en", labels: { copy: "Copy it" }, className: "mine" })
    expect(html).toContain("Pay before")
    expect(html).toContain("Copy it")
    expect(html).toContain("abc?lang=en")
    expect(html).toContain('class="pe-voucher mine"')
    expect(html).toContain("var(--pe-accent,")
    expect(html).toContain(".pe-voucher>*+*")
    expect(render({ unstyled: true })).not.toContain("<style")
  })
})
