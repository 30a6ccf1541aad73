import type { CliIo } from "./cli-io"
import { runSandbox } from "./run-sandbox"
import { UsageError } from "./usage-error"

const HELP = `Usage: medusa-payment-pagoefectivo <command> [options]

Commands:
  sandbox   Starts a local PagoEfectivo for development and demos

Add --help to a command for its options.
`

const COMMANDS: Record<string, (args: string[], io: CliIo) => Promise<void>> = {
  sandbox: runSandbox,
}

const SUCCESS = 0
const WRONG_USAGE = 2

/** Runs a command and resolves with the exit code. */
export async function runCli(args: string[], io: CliIo): Promise<number> {
  const [name, ...rest] = args
  if (name === "--help" || name === "-h" || name === "help") {
    io.print(HELP)
    return SUCCESS
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    io.complain(
      `${name === undefined ? "A command is missing." : `Unknown command "${name}".`}\n\n${HELP}`,
    )
    return WRONG_USAGE
  }
  try {
    await command(rest, io)
    return SUCCESS
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error
    }
    io.complain(`${error.message}\n`)
    return WRONG_USAGE
  }
}
