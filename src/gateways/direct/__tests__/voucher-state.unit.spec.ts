import { parseJson, asObject } from "../../shared/json"
import { cipStatus, isEmptyStructure, readVoucherState } from "../voucher-state"

const PAID_AT = new Date("2025-01-15T16:02:07Z")
const NO_DATES = { paidAt: null, removedAt: null }

describe("decideStatus", () => {
  it.each([
    // text, status without a payment date, status with one
    ["Generado.", "waiting", "unknown"],
    ["Pendiente de pago", "waiting", "unknown"],
    ["Cancelado.", "paid", "paid"],
    ["CANCELADA", "paid", "paid"],
    ["Pagado", "paid", "paid"],
    ["Expirado.", "expired", "paid"],
    ["Eliminado.", "voided", "paid"],
    ["Anulada", "voided", "reversed"],
    ["Extornado", "reversed", "reversed"],
    ["En revisión", "unknown", "unknown"],
    ["constructor", "unknown", "unknown"],
    [null, "unknown", "paid"],
  ])("%s: %s, with a payment date %s", (text, unpaid, paid) => {
    expect(cipStatus({ number: "99", text, ...NO_DATES })).toBe(unpaid)
    expect(cipStatus({ number: "99", text, paidAt: PAID_AT, removedAt: null })).toBe(paid)
  })

  it("knows the number 22 where no text comes with it, and no other number", () => {
    expect(cipStatus({ number: "22", text: null, ...NO_DATES })).toBe("waiting")
    expect(cipStatus({ number: "23", text: null, ...NO_DATES })).toBe("unknown")
    expect(cipStatus({ number: "593", text: null, ...NO_DATES })).toBe("unknown")
    expect(cipStatus({ number: "22", text: "Otra cosa", ...NO_DATES })).toBe("unknown")
  })

  it("doubts a waiting code with a removal date, and believes the date alone", () => {
    const removed = { paidAt: null, removedAt: PAID_AT }
    expect(cipStatus({ number: "22", text: "Generado", ...removed })).toBe("unknown")
    expect(cipStatus({ number: null, text: null, ...removed })).toBe("voided")
  })

  it("follows the merchant's map of numbers and texts first", () => {
    const map = { "23": "paid", "en revision": "waiting" } as const
    expect(cipStatus({ number: "23", text: "Procesado", ...NO_DATES }, map)).toBe("paid")
    expect(cipStatus({ number: "7", text: "En revisión.", ...NO_DATES }, map)).toBe("waiting")
  })
})

describe("readVoucherState", () => {
  it("reads the vendor's sample", () => {
    const element = asObject(
      parseJson(`{"cip":10092759,"transactionCode":"101","amount":25,"currency":"PEN",
        "status":22,"statusName":"Generado.","dateCreation":"2018-08-13T17:18:58-05:00",
        "dateExpiry":"2018-08-13T21:18:58-05:00","datePayment":"1900-01-01T00:00:00-05:00",
        "dateRemoval":"1900-01-01T00:00:00-05:00","token":"FFA97506"}`),
    )
    expect(readVoucherState("10092759", element ?? {})).toEqual({
      gatewayId: "10092759",
      status: "waiting",
      rawStatus: "22 Generado.",
      transactionCode: "101",
      money: { amount: "25.00", currency: "PEN" },
      createdAt: new Date("2018-08-13T22:18:58Z"),
      expiresAt: new Date("2018-08-14T02:18:58Z"),
      paidAt: null,
      removedAt: null,
    })
  })
})

describe("isEmptyStructure", () => {
  it.each([
    "{}",
    "null",
    '{"cip":0,"transactionCode":null,"amount":0.00,"currency":"","status":0,"datePayment":"1900-01-01T00:00:00-05:00","dateExpiry":"0001-01-01T00:00:00"}',
  ])("is %s", (text) => {
    expect(isEmptyStructure(parseJson(text))).toBe(true)
  })

  it.each(['{"cip":1}', '{"statusName":"Generado"}', "[]", '"x"', '{"cip":{}}', '{"ok":false}'])(
    "is not %s",
    (text) => {
      expect(isEmptyStructure(parseJson(text))).toBe(false)
    },
  )
})
