import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { PagoEfectivoVoucher, type PagoEfectivoVoucherProps, type VoucherStatus } from ".."

const VOUCHER = {
  cip: "2523136",
  status: "waiting" as VoucherStatus,
  expires_at: "2019-12-12T20:10:00.000Z",
  page_url: "https://api.example/pagoefectivo/vouchers/abc",
}

function render(props: Partial<PagoEfectivoVoucherProps> = {}): string {
  return renderToStaticMarkup(
    createElement(PagoEfectivoVoucher, {
      amount: "1234.50",
      currencyCode: "pen",
      voucher: VOUCHER,
      ...props,
    }),
  )
}

/** What a reader sees, one space between the parts. */
function textOf(html: string): string {
  return html
    .replace(/<style.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
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

  it("leads first to where to pay, and then to the check", () => {
    const html = render({ publishableKey: "pk_1" })
    const [first, second, ...more] = html
      .match(/<(?:a|button)[^>]*class="pe-button[^>]*>.*?</g)!
      .slice(1)
    expect(first).toMatch(/^<a class="pe-button pe-main".*>Ver dónde pagar<$/)
    expect(second).toMatch(/^<button class="pe-button".*>Ya pagué<$/)
    expect(more).toEqual([])
  })

  it.each([
    ["waiting", "Falta un paso: paga tu código"],
    ["paid", "¡Listo! Recibimos tu pago"],
    ["expired", "Este código venció"],
    ["voided", "Este código fue anulado"],
    ["reversed", "Tu pago fue devuelto"],
  ] as const)("%s is said in the heading, at the level that the shop asks for", (status, title) => {
    const voucher = { ...VOUCHER, status }
    expect(render({ voucher })).toContain(`<h2 class="pe-title">${title}</h2>`)
    expect(render({ voucher, headingLevel: 1 })).toContain(`<h1 class="pe-title">${title}</h1>`)
  })

  it.each(["paid", "expired", "voided", "reversed"] as const)(
    "%s keeps amount and code, and offers no way to pay",
    (status) => {
      const html = render({ voucher: { ...VOUCHER, status } })
      expect(textOf(html)).toContain("Monto S/ 1,234.50 Código de pago (CIP) 252 31 36")
      expect(html).not.toContain('class="pe-digits"')
      expect(html).toContain("Ver el detalle")
      expect(html).not.toContain("Ver dónde pagar")
    },
  )

  it("a paid code keeps its date, in Lima's time", () => {
    const paid = { ...VOUCHER, status: "paid" as const }
    const html = render({ voucher: { ...paid, paid_at: "2019-12-12T18:00:30.000Z" } })
    expect(textOf(html)).toContain(
      "Fecha de pago jueves 12/12/2019 a las 01:00 p. m. (hora de Perú)",
    )
    expect(render({ voucher: paid })).not.toContain("Fecha de pago")
  })

  it("names the shop's own company and service, and else the vendor's", () => {
    const own = { company_name: "Mi Empresa", service_name: "Mi Servicio Soles" }
    expect(render({ voucher: { ...VOUCHER, ...own } })).toContain(
      "la empresa «Mi Empresa» y el servicio «Mi Servicio Soles»",
    )
    expect(render()).toContain("la empresa «PagoEfectivo» y el servicio «PagoEfectivo Soles»")
    expect(render({ currencyCode: "usd" })).toContain("el servicio «PagoEfectivo Dólares»")
  })

  it.each([
    ["en", "One step left: pay your code", "Thursday 12 December 2019 at 03:10 p.m.", "en"],
    ["en-US", "One step left: pay your code", "Thursday 12 December 2019 at 03:10 p.m.", "en"],
    ["zh-CN", "还差一步：请支付您的付款码", "2019年12月12日（星期四）15:10", "en"],
    ["pt-BR", "Falta un paso: paga tu código", "jueves 12/12/2019 a las 03:10 p. m.", undefined],
  ])("speaks %s", (lang, title, deadline, page) => {
    const html = render({ lang })
    expect(html).toContain(title)
    expect(html).toContain(deadline)
    expect(html).toContain(`abc${page ? `?lang=${page}` : ""}"`)
  })

  it("takes own texts, own class, own styles", () => {
    const html = render({ labels: { copy: "Copiarlo" }, className: "mine" })
    expect(html).toContain("Copiarlo")
    expect(html).toContain("Págalo antes del")
    expect(html).toContain('class="pe-voucher mine"')
    expect(html).toContain("var(--pe-accent,")
    expect(html).toContain(".pe-voucher>*+*")
    expect(render({ unstyled: true })).not.toContain("<style")
  })

  it.each(["es", "en", "zh"])("says no sentence twice in %s, whatever the state", (lang) => {
    for (const status of ["waiting", "paid", "expired", "voided", "reversed"] as const) {
      const text = textOf(render({ lang, publishableKey: "pk_1", voucher: { ...VOUCHER, status } }))
      const sentences = text.split(/[.:。：!?]\s*/).filter((part) => part.length > 8)
      expect(sentences.length).toBeGreaterThan(1)
      expect(new Set(sentences).size).toBe(sentences.length)
    }
  })
})
