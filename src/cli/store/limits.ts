/** Bounds of the commands that start a store. Units stand in the names. */
export const CLI_LIMITS = {
  /** A store with many modules, on a slow machine, migrating for the first time. */
  commandTimeoutMs: 600_000,
  /** The end of what a command prints, in characters. */
  maxOutputLength: 200_000,
  /** Of a failed command's output, what a person is shown, in lines. */
  shownLines: 12,
} as const
