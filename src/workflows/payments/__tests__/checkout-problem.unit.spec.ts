import { MedusaError } from "@medusajs/framework/utils"
import { checkoutProblem } from "../checkout-problem"

const refusal = (message: string, code?: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)

describe("why no order could be placed", () => {
  it.each([
    ["Some variant does not have the required inventory", "not_enough_stock"],
    ["Not enough stock available for item iitem_1 at location sloc_1", "not_enough_stock"],
    ["Cannot complete a cart with no items", "no_items"],
    ["The cart items require shipping profiles that are not satisfied", "no_delivery"],
    ["Payment sessions are required to complete cart", "no_payment_method"],
    ["Items Chalina do not have a price", "no_price"],
    ["A hook of the shop says no", "refused"],
  ])("%s: %s", (message, problem) => {
    expect(checkoutProblem(refusal(message))).toBe(problem)
  })

  it("is known by the platform's code, whatever it says", () => {
    const code = MedusaError.Codes.INSUFFICIENT_INVENTORY
    expect(checkoutProblem(refusal("Sold out", code))).toBe("not_enough_stock")
  })

  it("is no refusal when the workflow engine fails, or anything else", () => {
    const engine = refusal('Updating Status from "ok" to "temp_failure" is not allowed.')
    expect(checkoutProblem(engine)).toBeNull()
    expect(checkoutProblem(new Error("the database is gone"))).toBeNull()
  })
})
