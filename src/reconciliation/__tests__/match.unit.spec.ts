import fc from "fast-check"
import { matchLine, paymentIdKey, referenceKey, splitTransactionCode } from "../match"

describe("keys", () => {
  it.each([
    [" payses_01JABC ", "payses_01jabc"],
    ["PAYSES_01JABC-2", "payses_01jabc-2"],
    ["payses_01J ABC\t", "payses_01jabc"],
    ["  ", null],
    [null, null],
    [undefined, null],
  ])("of the reference %p is %p", (reference, key) => {
    expect(referenceKey(reference)).toBe(key)
  })

  it.each([
    ["2523136", "2523136"],
    ["0002523136", "2523136"],
    ["2523136.0", "2523136"],
    [" 252 3136 ", "2523136"],
    ["0", "0"],
    ["PAY-00A1", "pay-00a1"],
    ["", null],
  ])("of the payment id %p is %p", (id, key) => {
    expect(paymentIdKey(id)).toBe(key)
  })

  it("do not change when made again", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(referenceKey(referenceKey(text))).toBe(referenceKey(text))
        expect(paymentIdKey(paymentIdKey(text))).toBe(paymentIdKey(text))
      }),
    )
  })
})

describe("a transaction code", () => {
  it.each([
    ["payses_01JABC", "payses_01jabc", 1],
    ["payses_01JABC-2", "payses_01jabc", 2],
    ["payses_01JABC-13", "payses_01jabc", 13],
    ["payses_01JABC-1", "payses_01jabc-1", 1],
    ["payses_01JABC-02", "payses_01jabc-02", 1],
    ["-2", "-2", 1],
  ])("%s is attempt of %s, number %d", (code, sessionKey, attempt) => {
    expect(splitTransactionCode(code)).toEqual({ sessionKey, attempt })
  })

  it("that is missing is none", () => {
    expect(splitTransactionCode(" ")).toBeNull()
  })
})

describe("a line's voucher", () => {
  const byCode = new Map([
    ["payses_a", "voucher A"],
    ["payses_a-2", "voucher A2"],
  ])
  const byId = new Map([["2523136", "voucher B"]])
  const index = {
    byTransactionCode: (key: string) => byCode.get(key),
    byPaymentId: (key: string) => byId.get(key),
  }
  const find = (externalReference: string | null, paymentId: string | null) =>
    matchLine({ externalReference, paymentId }, index)

  it("is found by transaction code first", () => {
    expect(find("PAYSES_A", "2523136")).toEqual({ voucher: "voucher A", by: "transaction_code" })
  })

  it("is the attempt's own", () => {
    expect(find("payses_a-2", null)?.voucher).toBe("voucher A2")
    expect(find("payses_a-3", null)).toBeNull()
  })

  it("is found by payment id when the code is missing or unknown", () => {
    expect(find(null, "02523136")).toEqual({ voucher: "voucher B", by: "payment_id" })
    expect(find("ORD-77", "2523136")?.by).toBe("payment_id")
  })

  it("is none when nothing fits", () => {
    expect(find("ORD-77", "1")).toBeNull()
    expect(find(null, null)).toBeNull()
  })
})
