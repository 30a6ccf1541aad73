import { CASE_ACTIONS, suggestedActions } from "../case-actions"
import { FINDING_DETAILS, isReconciliationReason, RECONCILIATION_REASONS } from "../reasons"

describe("the closed set of reasons", () => {
  it("is the published one", () => {
    expect([...RECONCILIATION_REASONS].sort()).toEqual(
      (
        "amount_mismatch currency_mismatch duplicate_line duplicate_payment fee_mismatch " +
        "fx_mismatch held late_payment missing_capture orphan_payment payout_mismatch " +
        "refund_mismatch refund_missing refund_unexpected reversed settled_late unknown_reference " +
        "unsettled"
      ).split(" "),
    )
    expect(Object.keys(FINDING_DETAILS).sort()).toEqual([...RECONCILIATION_REASONS].sort())
  })

  it("knows its members from other texts", () => {
    expect(isReconciliationReason("held")).toBe(true)
    expect(["Held", "toString", "", null].some(isReconciliationReason)).toBe(false)
  })

  it.each(RECONCILIATION_REASONS)("%s can be acted on, and dismissed", (reason) => {
    const actions = suggestedActions(reason)
    expect(actions).toContain("dismiss")
    expect(new Set(actions).size).toBe(actions.length)
    expect(CASE_ACTIONS).toEqual(expect.arrayContaining([...actions]))
  })

  it("offers to give back what an order did not owe", () => {
    const actions = suggestedActions("amount_mismatch", "overpaid_order")
    expect(actions[0]).toBe("give_back")
    expect(CASE_ACTIONS).toEqual(expect.arrayContaining([...actions]))
    expect(suggestedActions("amount_mismatch")).not.toContain("give_back")
  })

  it("offers what helps: capture on the order or order again for a late payment", () => {
    expect(suggestedActions("late_payment").slice(0, 3)).toEqual([
      "capture_on_order",
      "reorder_from_cart",
      "refunded_outside",
    ])
  })
})
