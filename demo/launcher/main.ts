import { fixOf, messageOf } from "./demo-error"
import { readFlags, USAGE, type Flags } from "./flags"
import { launch } from "./launch"
import { Progress } from "./progress"
import { Shutdown } from "./shutdown"

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const

/** Runs the demo. Ends the process: 0 when it was asked to end, 1 when a step failed. */
export async function main(args: string[]): Promise<void> {
  const shutdown = new Shutdown()
  const progress = new Progress()
  endOnSignal(shutdown, progress)
  try {
    const flags = readFlags(args)
    if (flags.help) progress.say(USAGE)
    else await run(flags, progress, shutdown)
    await end(shutdown, 0)
  } catch (error) {
    if (shutdown.isRunning) return
    progress.abandon()
    report(error)
    await end(shutdown, 1)
  }
}

/** Settles when the demo has done its work (`--once`) or when something that should be up has died. */
async function run(flags: Flags, progress: Progress, shutdown: Shutdown): Promise<void> {
  const { died } = await shutdown.during(launch(flags, progress, shutdown))
  if (flags.once) return
  throw await died
}

/** Ctrl-C may arrive twice, from the terminal and from npm: once is enough. */
function endOnSignal(shutdown: Shutdown, progress: Progress): void {
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (shutdown.isRunning) return
      progress.abandon()
      progress.say("\nEnding the shop …")
      void end(shutdown, 0)
    })
  }
}

async function end(shutdown: Shutdown, code: number): Promise<void> {
  const clean = await shutdown.run()
  process.exit(clean ? code : 1)
}

function report(error: unknown): void {
  process.stderr.write(`\n${messageOf(error)}\n\nWhat to do: ${fixOf(error)}\n`)
}
