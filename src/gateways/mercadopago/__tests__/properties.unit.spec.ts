import fc from "fast-check"
import { paymentStatus } from "../payment-state"
import { parseWireTime, toWireTime, withinWindow } from "../time"
import { gatewayAt, NOW } from "./fixtures"

const gateway = gatewayAt("http://127.0.0.1:1")
const DAY_MS = 24 * 60 * 60 * 1_000
const texts = fc.oneof(fc.string(), fc.constantFrom("payment", "123456789", "ts=1742505638,v1=00"))

describe("whatever comes in", () => {
  it("no notice without the secret is authentic, and none throws", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("x-signature", "x-request-id"), texts),
        fc.dictionary(fc.constantFrom("data.id", "type", "topic", "id"), texts),
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (headers, query, body) => {
          const raw = { headers, query, rawBody: Buffer.from(body), receivedAt: NOW }
          expect(["forged", "ignored"]).toContain(gateway.readNotice(raw).verdict)
        },
      ),
    )
  })

  it("only approved counts as paid", () => {
    const dates = fc.option(fc.date({ noInvalidDate: true }))
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom("pending", "cancelled", "refunded", "charged_back", "authorized", "rejected"),
    )
    fc.assert(
      fc.property(
        words,
        words,
        dates,
        dates,
        fc.boolean(),
        (status, detail, paid, expires, back) => {
          fc.pre(status !== "approved")
          const facts = {
            status,
            detail,
            paidAt: paid,
            expiresAt: expires,
            givenBackByOthers: back,
          }
          expect(paymentStatus(facts)).not.toBe("paid")
        },
      ),
    )
  })

  it("a deadline lies within the vendor's window, and is read back as it was written", () => {
    const dates = fc.date({
      min: new Date("2020-01-01"),
      max: new Date("2040-01-01"),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(dates, dates, (wanted, now) => {
        const sent = parseWireTime(toWireTime(withinWindow(wanted, now))) ?? new Date(0)
        const lifetimeMs = sent.getTime() - now.getTime()
        expect(lifetimeMs).toBeGreaterThanOrEqual(DAY_MS)
        expect(lifetimeMs).toBeLessThanOrEqual(30 * DAY_MS)
      }),
    )
  })
})
