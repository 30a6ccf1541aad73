import { createInterface } from "node:readline/promises"

/** What a command may do with the terminal. */
export interface CliIo {
  print(text: string): void
  complain(text: string): void
  /** Resolves at the first Ctrl-C or SIGTERM. */
  interrupted(): Promise<void>
  /** Whether somebody sits there who can be asked. */
  isInteractive: boolean
  /** One line from the person; empty where there is none. */
  ask(question: string): Promise<string>
  columns: number
  hasColours: boolean
}

export const terminal: CliIo = {
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  interrupted: () =>
    new Promise((resolve) => {
      process.once("SIGINT", () => resolve())
      process.once("SIGTERM", () => resolve())
    }),
  isInteractive: Boolean(process.stdin.isTTY && process.stdout.isTTY),
  ask: async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stdout })
    try {
      const closed = new Promise<string>((resolve) => lines.once("close", () => resolve("")))
      return (await Promise.race([lines.question(question), closed])).trim()
    } finally {
      lines.close()
    }
  },
  columns: process.stdout.columns ?? 80,
  hasColours: Boolean(process.stdout.isTTY && !process.env.NO_COLOR),
}
