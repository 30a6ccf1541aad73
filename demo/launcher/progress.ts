import ora, { type Ora } from "ora"

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
    const render = () => {
      const time = seconds(startedAt)
      return [label, detail, time].filter(Boolean).join(" · ")
    }
    if (!this.isTerminal) process.stdout.write(`${label} …\n`)
    this.spinner = this.isTerminal ? ora({ text: render(), discardStdin: false }).start() : null
    const clock = setInterval(() => this.spinner && (this.spinner.text = render()), 250)
    try {
      const result = await work({ detail: (text) => (detail = text) })
      const end = [label, summary?.(result) ?? detail, seconds(startedAt)].filter(Boolean)
      this.end("succeed", end.join(" · "))
      return result
    } catch (error) {
      this.end("fail", `${label} · ${seconds(startedAt)}`)
      throw error
    } finally {
      clearInterval(clock)
    }
  }

  /** A line between the steps. */
  say(line = ""): void {
    this.spinner?.stop()
    process.stdout.write(`${line}\n`)
  }

  /** Leaves the terminal tidy when the demo is ended in the middle of a step. */
  abandon(): void {
    this.spinner?.stop()
    this.spinner = null
  }

  private end(outcome: "succeed" | "fail", text: string): void {
    if (this.spinner) this.spinner[outcome](text)
    else if (!this.isTerminal) process.stdout.write(`${outcome === "fail" ? "✖" : "✔"} ${text}\n`)
    this.spinner = null
  }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
