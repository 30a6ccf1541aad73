#!/usr/bin/env node
import { terminal } from "./cli-io"
import { runCli } from "./run-cli"

/** What was asked for could not be done; a script must not take it for a finding of its own. */
const FAILED = 2

// Whoever reads has seen enough (`… | head`): what is under way goes on to its end.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
})

runCli(process.argv.slice(2), terminal).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    terminal.complain(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    process.exitCode = FAILED
  },
)
