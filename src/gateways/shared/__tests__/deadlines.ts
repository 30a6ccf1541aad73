/** Timers from this length on are deadlines; shorter ones are pauses, which pass by themselves. */
const DEADLINE_MS = 1_000

interface Deadline {
  ms: number
  pass: () => void
}

const waiting = new Map<NodeJS.Timeout, Deadline>()
const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = globalThis

/**
 * From here on a deadline passes only when a test says so: whoever waits for a server that is slow
 * because the machine is busy waits on, and nobody waits for one that stays silent.
 */
export function holdDeadlines(): void {
  beforeEach(() => {
    const hold = (pass: () => void, ms = 0, ...args: []) => {
      if (ms < DEADLINE_MS) return realSetTimeout(pass, ms, ...args)
      const timer = realSetTimeout(() => undefined, ms).unref()
      waiting.set(timer, { ms, pass })
      return timer
    }
    const release = (timer?: NodeJS.Timeout) => {
      if (timer) waiting.delete(timer)
      realClearTimeout(timer)
    }
    jest.spyOn(globalThis, "setTimeout").mockImplementation(hold as typeof setTimeout)
    jest.spyOn(globalThis, "clearTimeout").mockImplementation(release as typeof clearTimeout)
  })
  afterEach(() => {
    jest.restoreAllMocks()
    for (const timer of waiting.keys()) realClearTimeout(timer)
    waiting.clear()
  })
}

/** The deadlines that are waited for, outermost first, in milliseconds. */
export function deadlines(): number[] {
  return [...waiting.values()].map(({ ms }) => ms)
}

/** Lets the innermost deadline pass, or the one of this length. */
export function passDeadline(ms?: number): void {
  const found = [...waiting].filter(([, deadline]) => ms === undefined || deadline.ms === ms).at(-1)
  if (!found) throw new Error(`No deadline ${ms ?? ""} is waited for, only ${deadlines().join()}.`)
  const [timer, { pass }] = found
  waiting.delete(timer)
  realClearTimeout(timer)
  pass()
}
