/** What a command may do with the terminal. */
export interface CliIo {
  print(text: string): void
  complain(text: string): void
  /** Resolves at the first Ctrl-C or SIGTERM. */
  interrupted(): Promise<void>
}

export const terminal: CliIo = {
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  interrupted: () =>
    new Promise((resolve) => {
      process.once("SIGINT", () => resolve())
      process.once("SIGTERM", () => resolve())
    }),
}
