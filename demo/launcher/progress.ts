import ora, { type Ora } from "ora"

/** How often the running time is drawn anew. */
const CLOCK_MS = 250

export interface StepHandle {
  /** Replaces what stands behind the step's title. */
  detail(text: string): void
}

/** Numbered steps: a spinner with the time in a terminal, one line at each step's end elsewhere. */
export class Progress {
  private readonly isTerminal = process.stdout.isTTY === true
  private total = 0
  private current = 0
  private spinner: Ora | null = null
  private isAbandoned = false

  /** Says how many steps there will be. */
  expect(steps: number): void {
    this.total = steps
  }

  async step<T>(
    title: string,
    work: (handle: StepHandle) => Promise<T>,
    summary?: (result: T) => string,
  ): Promise<T> {
    const label = `[${++this.current}/${this.total}] ${title}`
    const startedAt = performance.now()
    let detail = ""
    const line = (about: string) => [label, about, seconds(startedAt)].filter(Boolean).join(" · ")
    const stopClock = this.begin(label, () => line(detail))
    try {
      const result = await work({ detail: (text) => (detail = text) })
      this.end("succeed", line(summary?.(result) ?? ""))
      return result
    } catch (error) {
      this.end("fail", line(detail))
      throw error
    } finally {
      stopClock()
    }
  }

  /** A line between the steps. */
  say(line = ""): void {
    this.spinner?.stop()
    process.stdout.write(`${line}\n`)
  }

  /** Leaves the terminal tidy when the demo is ended in the middle of a step. */
  abandon(): void {
    this.isAbandoned = true
    this.spinner?.stop()
    this.spinner = null
  }

  /** Shows that a step runs; in a terminal with the time, until the answer is called. */
  private begin(label: string, render: () => string): () => void {
    if (!this.isTerminal) {
      process.stdout.write(`${label} …\n`)
      return () => {}
    }
    // Without `discardStdin` the spinner leaves Ctrl-C to the terminal.
    const spinner = ora({ text: render(), discardStdin: false }).start()
    this.spinner = spinner
    const clock = setInterval(() => (spinner.text = render()), CLOCK_MS)
    return () => clearInterval(clock)
  }

  private end(outcome: "succeed" | "fail", text: string): void {
    if (this.isAbandoned) return
    if (this.spinner) this.spinner[outcome](text)
    else process.stdout.write(`${outcome === "fail" ? "✖" : "✔"} ${text}\n`)
    this.spinner = null
  }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
