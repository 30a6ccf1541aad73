/** The sandbox was asked for something that it cannot do; the message says what and why. */
export class SandboxUsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = "SandboxUsageError"
  }
}
