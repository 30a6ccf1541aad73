const INTERVAL_MS = 100

/**
 * Resolves with the first value that satisfies `accept`; asks again until then. For states that a
 * store reaches by itself and that nothing announces to a test.
 * @throws Error with the last value when the time is over.
 */
export async function eventually<Value>(
  ask: () => Promise<Value>,
  accept: (value: Value) => boolean,
  { what, timeoutMs = 30_000 }: { what: string; timeoutMs?: number },
): Promise<Value> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const value = await ask()
    if (accept(value)) return value
    if (Date.now() > deadline) {
      throw new Error(
        `${what} did not come within ${timeoutMs} ms; last seen: ${JSON.stringify(value)}`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS))
  }
}
