/** A failure that a newcomer can act on: what happened, and what to do about it. */
export class DemoError extends Error {
  readonly fix: string

  constructor(message: string, fix: string, options?: ErrorOptions) {
    super(message, options)
    this.name = "DemoError"
    this.fix = fix
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
