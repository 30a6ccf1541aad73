/** A failure that a newcomer can act on: what happened, and what to do about it. */
export class DemoError extends Error {
  readonly fix: string

  constructor(message: string, fix: string, options?: ErrorOptions) {
    super(message, options)
    this.name = "DemoError"
    this.fix = fix
  }
}

export function fixOf(error: unknown): string {
  if (error instanceof DemoError) return error.fix
  return (
    "Look into the logs in .demo/logs and run `npm start` again. To begin anew, delete the folder " +
    ".demo (this removes the demo's orders)."
  )
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
