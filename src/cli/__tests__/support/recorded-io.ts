import type { CliIo } from "../../cli-io"

/** A terminal that keeps what is printed, and answers questions from a list. */
export class RecordedIo implements CliIo {
  printed = ""
  complained = ""
  readonly columns = 80
  readonly hasColours = false
  readonly isInteractive: boolean
  interrupt: () => void = () => undefined
  private started: () => void = () => undefined
  /** Resolves when the command waits for its end. */
  readonly running = new Promise<void>((resolve) => (this.started = resolve))

  constructor(private readonly answers: string[] = []) {
    this.isInteractive = answers.length > 0
  }

  print(text: string): void {
    this.printed += text
  }

  complain(text: string): void {
    this.complained += text
  }

  ask(question: string): Promise<string> {
    this.printed += question
    return Promise.resolve(this.answers.shift() ?? "")
  }

  interrupted(): Promise<void> {
    this.started()
    return new Promise((resolve) => (this.interrupt = resolve))
  }
}
