import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { createWriteStream, readFileSync } from "node:fs"
import { stripVTControlCharacters } from "node:util"
import { LAUNCHER_LIMITS } from "./limits"

export interface ChildOptions {
  script: string
  cwd: string
  env: NodeJS.ProcessEnv
  logFile: string
  /** Sees each piece of output as it comes, beside the log. */
  onOutput?: (text: string) => void
}

/** A Node process with its output in a file. */
export interface Child {
  process: ChildProcess
  logFile: string
  /** Resolves with the exit code, null after a signal. */
  exited: Promise<number | null>
  /** Asks it to end, and kills it with all that it started when it does not. */
  stop(): Promise<void>
}

/**
 * Starts a TypeScript or JavaScript file in a process group of its own: Ctrl-C in the terminal
 * reaches the launcher alone, which then ends everything in order.
 */
export function startChild(options: ChildOptions): Child {
  const log = createWriteStream(options.logFile)
  const child = fork(options.script, [], {
    cwd: options.cwd,
    env: options.env,
    execArgv: ["--import", "tsx"],
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  })
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  child.stdout?.on("data", (piece: Buffer) => options.onOutput?.(piece.toString()))
  const exited = new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null))
    child.once("close", (code) => log.end(() => resolve(code)))
  })
  return { process: child, logFile: options.logFile, exited, stop: () => stopChild(child) }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = once(child, "exit")
  const timer = setTimeout(() => killGroup(child), LAUNCHER_LIMITS.storeStopMs)
  child.kill("SIGTERM")
  await gone
  clearTimeout(timer)
  killGroup(child)
}

/** Also reaches what the child started itself, such as the admin's compiler. */
function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== "win32") process.kill(-child.pid, "SIGKILL")
    else child.kill("SIGKILL")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error
  }
}

const STACK_FRAME = /^\s+at /

/** The last lines of a log, without colours and call stacks. */
export function logExcerpt(logFile: string): string {
  const text = stripVTControlCharacters(readFileSync(logFile, "utf8"))
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !STACK_FRAME.test(line))
  return lines
    .slice(-LAUNCHER_LIMITS.logExcerptLines)
    .map((line) => `    ${line}`)
    .join("\n")
}
