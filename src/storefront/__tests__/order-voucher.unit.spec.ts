import type { HttpTypes } from "@medusajs/framework/types"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { orderVoucher, PagoEfectivoOrderVoucher, type SessionData, type VoucherStatus } from ".."

function sessionData(cip: string, status: VoucherStatus): SessionData {
  return {
    amount: "69.90",
    currency_code: "pen",
    voucher: {
      cip,
      status,
      expires_at: "2019-12-12T20:10:00.000Z",
      page_url: `https://api.example/pagoefectivo/vouchers/${cip}`,
    },
  }
}

function order(...datas: unknown[]): HttpTypes.StoreOrder {
  const payment_sessions = datas.map((data) => ({ data }))
  return { payment_collections: [{ payment_sessions }] } as unknown as HttpTypes.StoreOrder
}

describe("the voucher of an order", () => {
  it("is found among the sessions of other methods", () => {
    const data = sessionData("2523136", "waiting")
    expect(orderVoucher(order({ client_secret: "pi_1" }, data))).toBe(data)
  })

  it.each([
    ["no collections", { payment_collections: null }],
    ["no sessions", { payment_collections: [{}] }],
    ["a session without data", order(null)],
    ["a session before the cart is completed", order({ amount: "69.90", currency_code: "pen" })],
    ["somebody else's voucher", order({ voucher: "GIFT-10" })],
  ])("is none with %s", (_what, found) => {
    expect(orderVoucher(found)).toBeUndefined()
    expect(renderToStaticMarkup(createElement(PagoEfectivoOrderVoucher, { order: found }))).toBe("")
  })

  it("is the paid one before the waiting one before the one that is over", () => {
    const expired = sessionData("1111111", "expired")
    const waiting = sessionData("2222222", "waiting")
    const paid = sessionData("3333333", "paid")
    expect(orderVoucher(order(waiting, paid, expired))).toBe(paid)
    expect(orderVoucher(order(waiting, expired))).toBe(waiting)
    expect(orderVoucher(order(sessionData("4444444", "voided"), expired))).toBe(expired)
  })

  it("is shown with the props of the component", () => {
    const html = renderToStaticMarkup(
      createElement(PagoEfectivoOrderVoucher, {
        order: order(sessionData("2523136", "waiting")),
        lang: "en",
        className: "mine",
      }),
    )
    expect(html).toContain("<span>252</span><span>31</span><span>36</span>")
    expect(html).toContain("Payment code (CIP)")
    expect(html).toContain("mine")
  })
})
