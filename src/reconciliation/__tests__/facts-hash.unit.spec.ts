import { factsHash } from "../facts-hash"
import type { Finding } from "../reasons"
import { line, only, reconcile } from "./facts-fixture"

const FINDING = only(reconcile({ lines: [line({ amount: 6500 })] }), "amount_mismatch")

function changed(changes: Partial<Finding>): string {
  return factsHash({ ...FINDING, ...changes } as Finding)
}

describe("the hash of a finding's facts", () => {
  it("is a SHA-256 that does not depend on the order of fields or on links", () => {
    expect(factsHash(FINDING)).toMatch(/^[0-9a-f]{64}$/)
    const swapped = changed({
      expected: { b: "2", a: "1" },
      orderId: "order_2",
      lineId: "line_x",
    })
    expect(swapped).toBe(changed({ expected: { a: "1", b: "2" } }))
  })

  it.each<Partial<Finding>>([
    { actual: { amount: "64.99" } },
    { expected: { amount: "69.91" } },
    { amountAtRisk: "4.91" },
    { currencyCode: "usd" },
    { detail: "overpaid" },
  ])("changes with %p", (changes) => {
    expect(changed(changes)).not.toBe(factsHash(FINDING))
  })
})
