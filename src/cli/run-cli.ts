import type { CliIo } from "./cli-io"
import { runDoctor } from "./doctor/run-doctor"
import { runInit } from "./init/run-init"
import { runSandbox } from "./run-sandbox"
import { runStorefront } from "./storefront/run-storefront"
import { UsageError } from "./usage-error"

const HELP = `Usage: medusa-payment-pagoefectivo <command> [options]

Commands:
  init        Prepares the store in this folder to sell to Peru
  storefront  Puts PagoEfectivo into the storefront of Medusa's Next.js starter
  doctor      Says what is right in the store in this folder, and what is not
  sandbox     Starts a local PagoEfectivo for development and demos

Add --help to a command for its options.
`

const SUCCESS = 0
const WRONG_USAGE = 2

/** Resolves with the exit code. */
type Command = (args: string[], io: CliIo) => Promise<number>

const COMMANDS: Record<string, Command> = {
  init: runInit,
  storefront: runStorefront,
  doctor: runDoctor,
  sandbox: async (args, io) => {
    await runSandbox(args, io)
    return SUCCESS
  },
}

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
    return await command(rest, io)
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error
    }
    io.complain(`${error.message}\n`)
    return WRONG_USAGE
  }
}
