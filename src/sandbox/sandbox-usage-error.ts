import { BrandedError } from "../errors/branded-error"

/** The sandbox was asked for something that it cannot do; the message says what and why. */
export class SandboxUsageError extends BrandedError {
  constructor(message: string) {
    super(message)
  }
}
