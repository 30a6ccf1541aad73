import { parseDay } from "../../peru/lima"
import { createFxPolicy, fxOptionsSchema } from "../fx-policy"
import { MAX_REFERENCE_RATE_AGE_DAYS } from "../limits"
import { lima, line, names, reconcile } from "./facts-fixture"

const FRIDAY = parseDay("2026-10-02")
const RATES = [
  { day: "2026-10-02", from: "USD", to: "PEN", rate: "3.745" },
  { day: "2026-10-05", from: "USD", to: "PEN", rate: "3.750" },
]

describe("reference rates", () => {
  const { referenceRate } = createFxPolicy({ rates: RATES })

  it.each([
    ["of the day itself", FRIDAY, "3.745"],
    ["of Friday on Sunday", FRIDAY + 2, "3.745"],
    ["of Monday on Monday", FRIDAY + 3, "3.750"],
    ["as old as the limit", FRIDAY + 3 + MAX_REFERENCE_RATE_AGE_DAYS, "3.750"],
    ["older than the limit", FRIDAY + 4 + MAX_REFERENCE_RATE_AGE_DAYS, null],
    ["before the first", FRIDAY - 1, null],
  ])("%s", (_, day, rate) => {
    expect(referenceRate("usd", "pen", day)).toBe(rate)
  })

  it("are of their own pair, in its direction", () => {
    expect(referenceRate("pen", "usd", FRIDAY)).toBeNull()
    expect(referenceRate("USD", "PEN", FRIDAY)).toBe("3.745")
  })

  it("judge a settlement by the agreement in the options", () => {
    const fx = createFxPolicy({ settlementCurrency: "PEN", bandPercent: "1", rates: RATES })
    const settledAt = (fxRate: string) => ({
      voucher: { currencyCode: "usd" },
      gateway: { currencyCode: "USD" as const },
      lines: [
        line({
          currencyCode: "USD",
          settlementCurrency: "PEN",
          fxRate,
          creditedAt: lima("2026-10-07 12:00"),
        }),
      ],
    })
    expect(reconcile(settledAt("3.7125"), { fx })).toEqual([])
    expect(names(reconcile(settledAt("3.7124"), { fx }))).toEqual(["fx_mismatch/rate"])
  })
})

describe("exchange options", () => {
  it.each([
    ["a day that does not exist", { rates: [{ ...RATES[0], day: "2026-02-31" }] }, "2026-02-31"],
    ["a rate of zero", { rates: [{ ...RATES[0], rate: "0.00" }] }, "a rate above 0"],
    ["a number", { bandPercent: 1 }, "expected a decimal string"],
    ["a decimal comma", { rates: [{ ...RATES[0], rate: "3,745" }] }, "expected a decimal string"],
    ["a currency's name", { settlementCurrency: "soles" }, "expected a currency code"],
  ])("are refused with %s", (_, options, message) => {
    const result = fxOptionsSchema.safeParse(options)
    expect(result.error?.issues.map((issue) => issue.message).join()).toContain(message)
  })
})
