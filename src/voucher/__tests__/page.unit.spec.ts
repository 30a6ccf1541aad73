import vm from "node:vm"
import fc from "fast-check"
import { renderNotFoundPage, renderVoucherPage, type VoucherStatus, type VoucherView } from ".."
import { dayNames, formatTimeLeft } from "../format/time-left"
import { MAX_LOGO_CHARACTERS, MAX_PAGE_URL_CHARACTERS, PLAIN_REFRESH_SECONDS } from "../limits"
import { pageScript } from "../page/page-script"
import { PAGE_URL, sampleView } from "./sample-view"

const NONCE = "c2FtcGxlLW5vbmNlLTEyMw=="

function page(changes: Partial<VoucherView> = {}, lang: "es" | "en" = "es"): string {
  return renderVoucherPage(sampleView(changes), { lang, nonce: NONCE }).html
}

/** The document without its styles and script. */
function markup(html: string): string {
  return html.replace(/<(style|script)[^>]*>.*?<\/\1>/gs, "")
}

/** What a reader sees: no markup, one space between words. */
function seen(html: string): string {
  return markup(html)
    .replace(/<[^>]+>/g, "")
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, " ")
}

describe("the waiting page", () => {
  it("says what to do, how much, by when and where", () => {
    const text = seen(page())
    expect(text).toContain("Esperando pago")
    expect(text).toContain("Pedido #1042")
    expect(text).toContain("Paga S/ 1,234.50 con este código")
    expect(text).toContain("Págalo antes del jueves 12/12/2019 a las 03:10 p. m.")
    expect(text).toContain("1 día 2 h 15 min")
    expect(text).toContain("Quiero pagar un código de PagoEfectivo Soles")
    expect(text).toContain("Si te piden el código de la empresa, es 02186")
    expect(text).toContain("Western Union")
    expect(text).toContain("Ya pagué")
  })

  it("names the dollar service for a dollar voucher", () => {
    const text = seen(page({ currencyCode: "usd", amount: "0.10" }))
    expect(text).toContain("US$ 0.10")
    expect(text).toContain("PagoEfectivo Dólares")
    expect(text).not.toContain("PagoEfectivo Soles")
  })

  it("shows hours and fees where they are configured", () => {
    const content = {
      ...sampleView().content,
      paymentPoints: [
        { name: "Agente X", kind: "counter" as const, hours: "9 a 18 h", fee: "S/ 1.00" },
      ],
    }
    const text = seen(page({ content }))
    expect(text).toContain("Horario: 9 a 18 h")
    expect(text).toContain("Comisión: S/ 1.00")
    expect(text).not.toContain("Bancos donde puedes pagar")
  })

  it("works without JavaScript: refresh, form, links, both print forms", () => {
    const html = page()
    expect(html).toContain(
      `<noscript><meta http-equiv="refresh" content="${PLAIN_REFRESH_SECONDS}"`,
    )
    expect(html).toMatch(new RegExp(`<form method="post" action="${PAGE_URL}/check"`))
    expect(html).toContain(`href="${PAGE_URL}.pdf"`)
    expect(html).toContain(`href="${PAGE_URL}?print=ticket"`)
    expect(html).toMatch(/data-ticket-style\s+media="not all"/)
    const { html: ticket } = renderVoucherPage(sampleView(), {
      lang: "es",
      nonce: NONCE,
      layout: "ticket",
    })
    expect(ticket).toMatch(/data-ticket-style\s+media="print"/)
  })

  it("shares code, amount, deadline and page by WhatsApp, and nothing about the payer", () => {
    const link = /href="(https:\/\/wa\.me\/[^"]+)"/.exec(
      page({ shop: { name: "*Tienda*\n_x_ & Cía" } }),
    )?.[1]
    const text = new URL(link as string).searchParams.get("text")
    expect(text?.split("\n")).toEqual([
      "Código de pago (CIP) de PagoEfectivo: 2523136",
      "Monto: S/ 1,234.50",
      "Págalo antes del jueves 12/12/2019 a las 03:10 p. m. (hora de Perú)",
      "Servicio: PagoEfectivo Soles",
      "Compra en Tienda x & Cía",
      `Ver cómo y dónde pagar: ${PAGE_URL}`,
    ])
    expect(text).not.toContain("María")
  })

  it("speaks English on request and keeps the language in its links", () => {
    const html = page({}, "en")
    expect(html).toContain('<html lang="en"')
    expect(seen(html)).toContain("Pay before Thursday 12 December 2019 at 03:10 p.m.")
    expect(html).toContain(`href="${PAGE_URL}.pdf?lang=en"`)
    expect(html).toContain(`href="${PAGE_URL}?lang=es"`)
  })

  it("shows how a check sent as a plain form ended", () => {
    const options = { lang: "es", nonce: NONCE, checkResult: "too_many" } as const
    expect(seen(renderVoucherPage(sampleView(), options).html)).toContain(
      "Consultamos hace un momento",
    )
  })

  it("never counts below zero", () => {
    expect(seen(page({ now: new Date("2020-01-01T00:00:00Z") }))).toContain("0 min 00 s")
  })
})

describe("the other states", () => {
  it.each<[VoucherStatus, string]>([
    ["paid", "Tu pago de S/ 1,234.50 está confirmado"],
    ["expired", "ya no lo pagues: venció el jueves 12/12/2019 a las 03:10 p. m."],
    ["voided", "Por favor, no lo pagues"],
    ["reversed", "El pago de S/ 1,234.50 se revirtió"],
  ])("%s tells what happened and offers nothing to pay with", (status, sentence) => {
    const html = markup(page({ status, paidAt: new Date("2019-12-12T15:00:00Z") }))
    expect(seen(html)).toContain(sentence)
    expect(html).not.toContain("data-cip")
    expect(html).not.toContain('class="barcode"')
    expect(html).not.toContain("wa.me")
    expect(html).not.toContain('http-equiv="refresh"')
  })

  it("an expired code offers to order again and to check once more", () => {
    const html = markup(page({ status: "expired" }))
    expect(html).toContain('href="https://tienda.example/reorder/1042"')
    expect(html).toContain("data-check")
    expect(seen(page({ status: "paid" }))).not.toContain("Ya pagué")
  })

  it("an unknown token learns nothing", () => {
    const { headers, html } = renderNotFoundPage("es", NONCE)
    expect(seen(html)).toContain("No encontramos este código de pago")
    expect(headers["Cache-Control"]).toBe("no-store")
  })
})

describe("input from outside", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      `"><script>alert(1)</script>`,
      "'onerror=alert(1) x='",
      "</main><h1>",
      "${1}{amount}",
      "\u202eابن\u2066",
    ),
  )
  const tags = (html: string) => html.match(/<\/?[a-z]\w*/gi)?.join(" ")

  it("never becomes markup, in any field", () => {
    const fields = { firstName: "x", orderDisplayId: "x", shop: { name: "x", contact: "x" } }
    const expected = tags(page(fields))
    fc.assert(
      fc.property(hostile, (text) => {
        const value = `x${text}`
        const shop = { name: value, contact: value }
        expect(tags(page({ firstName: value, orderDisplayId: value, shop }))).toBe(expected)
      }),
    )
  })

  it("a script address is no link, and only an own image is a logo", () => {
    const html = page({
      status: "expired",
      reorderUrl: "javascript:alert(1)",
      shop: { name: "T", logoUrl: "https://other.example/logo.png" },
    })
    expect(html).not.toContain("javascript:")
    expect(html).not.toContain("<img")
    expect(page({ shop: { name: "T", logoUrl: "data:text/html,<b>" } })).not.toContain("<img")
    expect(page({ shop: { name: "T", logoUrl: "/static/logo.png" } })).toContain(
      'src="https://api.tienda.example/static/logo.png"',
    )
    const image = "data:image/png;base64,"
    const longest = image + "A".repeat(MAX_LOGO_CHARACTERS - image.length)
    expect(page({ shop: { name: "T", logoUrl: longest } })).toContain("<img")
    expect(page({ shop: { name: "T", logoUrl: `${longest}A` } })).not.toContain("<img")
  })

  it("a wrong field of the view is named", () => {
    expect(() => page({ cip: "12 34" })).toThrow('cip: found "12 34"')
    expect(() => page({ amount: "12.5" })).toThrow("amount:")
    expect(() => page({ pageUrl: "/relative" })).toThrow("pageUrl:")
    const longest = `https://a.example/${"x".repeat(MAX_PAGE_URL_CHARACTERS - 18)}`
    expect(page({ pageUrl: longest })).toContain('class="qr"')
    expect(() => page({ pageUrl: `${longest}x` })).toThrow("pageUrl:")
  })

  it("a shop without a printable name is known by its address", () => {
    expect(seen(page({ shop: { name: "\u200b \n" } }))).toContain("api.tienda.example")
  })
})

describe("headers", () => {
  const headers = (options = {}) =>
    renderVoucherPage(sampleView(), { lang: "es", nonce: NONCE, ...options }).headers

  it("allow this page's own script and style, and nothing else", () => {
    const policy = headers()["Content-Security-Policy"]
    expect(policy?.split("; ")).toEqual([
      "default-src 'none'",
      `style-src 'nonce-${NONCE}'`,
      `script-src 'nonce-${NONCE}'`,
      "img-src 'self' data:",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
    expect(page()).not.toMatch(/ style="| on[a-z]+="/)
  })

  it("keep the page out of caches, search engines and referrers", () => {
    expect(headers()).toMatchObject({
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      "Content-Language": "es-PE",
      "X-Robots-Tag": "noindex, nofollow",
    })
  })

  it("let chosen origins frame the page, and refuse what could widen the policy", () => {
    const policy = headers({ frameAncestors: ["https://shop.example"] })["Content-Security-Policy"]
    expect(policy).toContain("frame-ancestors https://shop.example")
    expect(() => headers({ frameAncestors: ["https://a; script-src *"] })).toThrow(
      "frameAncestors:",
    )
    expect(() => headers({ nonce: "short" })).toThrow("nonce:")
    expect(() => headers({ nonce: "'; script-src * 'aaaaaaaa" })).toThrow("nonce:")
  })
})

describe("the page's script", () => {
  it("counts in the same words as the server", () => {
    const source = /const timeLeft = (\(milliseconds\) => \{.*?\n {2}\})\n/s.exec(pageScript)?.[1]
    const inBrowser = vm.runInNewContext(
      `const data = { dayNames: ${JSON.stringify(dayNames("es"))} }; (${source})`,
    ) as (milliseconds: number) => string
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 86_400_000 }), (milliseconds) => {
        expect(inBrowser(milliseconds)).toBe(formatTimeLeft(milliseconds, dayNames("es")))
      }),
    )
  })

  it("is a program, and cannot end its own element", () => {
    expect(() => new vm.Script(pageScript)).not.toThrow()
    expect(pageScript).not.toContain("</")
  })
})
