import { MedusaError } from "@medusajs/framework/utils"
import { refused } from "../../../errors/refusal"
import { GatewayTimeoutError } from "../../../gateways/errors"
import { CaseConflictError, ClosedPeriodError } from "../../../modules/pagoefectivo"
import { answerErrors } from "../answer-errors"
import { UploadTooLargeError } from "../receive-upload"

/** What a route answers whose handler fails with this. */
async function answerTo(error: Error) {
  const answer: { status?: number; body?: unknown; headers: Record<string, string> } = {
    headers: {},
  }
  const res = {
    setHeader: (name: string, value: string) => void (answer.headers[name] = value),
    status: (status: number) => {
      answer.status = status
      return { json: (body: unknown) => void (answer.body = body) }
    },
  }
  await answerErrors(() => Promise.reject(error))({}, res as never)
  return answer
}

describe("a route of ours", () => {
  it.each([
    "Timed-out acquiring lock.",
    "Timeout acquiring lock",
    'Failed to acquire lock for key "pagoefectivo:purchase:cart_1"',
  ])("says that it is busy, and when to come again: %s", async (message) => {
    expect(await answerTo(new Error(message))).toMatchObject({
      status: 503,
      body: { code: "busy" },
      headers: { "Retry-After": "5" },
    })
  })

  it("gives a refusal's code and values beside the English", async () => {
    const error = refused("nothing_to_void", { cip: "123456789", status: "paid" })
    expect(await answerTo(error)).toMatchObject({
      status: 400,
      body: {
        type: "not_allowed",
        code: "nothing_to_void",
        message: "Code 123456789 is paid: there is nothing to void.",
        values: { cip: "123456789", status: "paid" },
      },
    })
  })

  it.each([
    [new CaseConflictError("pecas_1"), 409, "case_changed"],
    [new ClosedPeriodError("case pecas_1"), 400, "accounts_closed"],
    [new UploadTooLargeError(10), 413, "file_too_large"],
    [new GatewayTimeoutError("late"), 503, "gateway_timeout"],
    [
      new MedusaError(MedusaError.Types.NOT_FOUND, "Case with id: x was not found"),
      404,
      "not_found",
    ],
  ])("gives %s a code", async (error, status, code) => {
    expect(await answerTo(error)).toMatchObject({
      status,
      body: { code, message: expect.any(String) },
    })
  })

  it("never says of a gateway's silence that nothing was changed", async () => {
    const { body } = await answerTo(new GatewayTimeoutError("It did not answer."))
    expect((body as { message: string }).message).not.toMatch(/nothing was changed/)
  })

  it("leaves what it does not know to Medusa", async () => {
    await expect(answerTo(new Error("Connection timed out"))).rejects.toThrow("Connection")
  })
})
