import type { AdminHealth, AdminSummary, HealthState } from "../../../http-types"
import { verdictOf, type Asked } from "../troubles"

const NOTHING = { currency_code: "pen", amount: "10.00" }

function summary(more: Partial<AdminSummary> = {}): Asked<AdminSummary> {
  const whole = {
    is_empty: false,
    to_transfer: [],
    at_risk: [],
    open_cases: { count: 0, oldest_opened_at: null, by_reason: [] },
    reports: { unread_rows: 0, troubled_sources: [] },
  }
  return { answer: { ...whole, ...more } as unknown as AdminSummary, hasFailed: false }
}

function health(...states: HealthState[]): Asked<AdminHealth> {
  const checks = states.map((state) => ({ state }))
  return { answer: { checks } as unknown as AdminHealth, hasFailed: false }
}

const LOADING = { answer: undefined, hasFailed: false }
const FAILED = { answer: undefined, hasFailed: true }
const BROKEN: Partial<AdminSummary>[] = [
  { to_transfer: [{ ...NOTHING, count: 1 }] },
  { open_cases: { count: 2, oldest_opened_at: null, by_reason: [] } },
  { reports: { unread_rows: 3, troubled_sources: [] } },
  { reports: { unread_rows: 0, troubled_sources: ["sftp"] } },
]

describe("the verdict", () => {
  it("is whole when everything was asked and nothing is wrong; a hint is no problem", () => {
    expect(verdictOf(summary(), health("ok", "warning", "unknown")).state).toBe("whole")
  })

  it("is not whole while no code can be issued", () => {
    expect(verdictOf(summary(), health("ok", "problem"))).toEqual({
      state: "troubled",
      troubles: [{ kind: "health", count: 1 }],
    })
  })

  it.each(BROKEN)("is not whole with %j", (more) => {
    const { state, troubles } = verdictOf(summary(more), health("ok"))
    expect([state, troubles.length]).toEqual(["troubled", 1])
  })

  it("names everything that is wrong at once", () => {
    const all = Object.assign({}, ...BROKEN, {
      reports: { unread_rows: 3, troubled_sources: ["sftp"] },
    }) as Partial<AdminSummary>
    expect(verdictOf(summary(all), health("problem")).troubles.map(({ kind }) => kind)).toEqual([
      "health",
      "cases",
      "to_transfer",
      "unread_rows",
      "sources",
    ])
  })

  it("says nothing while a part is on its way", () => {
    expect(verdictOf(LOADING, health("problem")).state).toBe("loading")
    expect(verdictOf(summary(), LOADING).state).toBe("loading")
    expect(verdictOf(FAILED, LOADING).state).toBe("loading")
  })

  it("does not know when a part could not be had, also one that was there before", () => {
    expect(verdictOf(summary(), FAILED).state).toBe("unknown")
    expect(verdictOf(FAILED, health("problem"))).toEqual({
      state: "unknown",
      troubles: [{ kind: "health", count: 1 }],
    })
    expect(verdictOf({ ...summary(), hasFailed: true }, health("ok")).state).toBe("unknown")
  })

  it("says of an empty store that there is nothing yet, and its troubles all the same", () => {
    expect(verdictOf(summary({ is_empty: true }), health("ok")).state).toBe("empty")
    expect(verdictOf(summary({ is_empty: true }), health("problem")).state).toBe("troubled")
  })
})
