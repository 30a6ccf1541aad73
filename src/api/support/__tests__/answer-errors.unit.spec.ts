import { answerErrors } from "../answer-errors"

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

  it("leaves what it does not know to Medusa", async () => {
    await expect(answerTo(new Error("Connection timed out"))).rejects.toThrow("Connection")
  })
})
