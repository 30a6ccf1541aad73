import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"

export interface ChildOptions {
  cwd: string
  env?: NodeJS.ProcessEnv
  /** Leads a process group of its own. */
  detached?: boolean
}

/** How long a long-running program may take to say that it is ready, in milliseconds. */
const READY_TIMEOUT_MS = 180_000

/** How long a program may take to end after it was asked to, in milliseconds. */
const STOP_TIMEOUT_MS = 30_000

/** How much of a failed program's output its error carries, in lines. */
const ERROR_TAIL_LINES = 60

/** A program that keeps running until it is stopped. */
export interface RunningProgram {
  /** Everything it has printed so far, both streams in order of arrival. */
  output(): string
  /** Asks it to end, as Ctrl-C does, and resolves with its exit code. */
  stop(): Promise<number | null>
}

/** What a program left when it ended. */
export interface EndedProgram {
  /** Null when a signal ended it. */
  code: number | null
  /** What it printed on its standard output. */
  output: string
  /** Both streams in order of arrival. */
  everything: string
}

/**
 * Runs a program to its end.
 * @returns what it printed on its standard output
 * @throws Error with the end of what it printed when its exit code is not 0
 */
export async function run(command: string, args: string[], options: ChildOptions): Promise<string> {
  const { code, output, everything } = await runToEnd(command, args, options)
  if (code !== 0) {
    throw new Error(
      `\`${command} ${args.join(" ")}\` ended with code ${code}:\n${tail(everything)}`,
    )
  }
  return output
}

/** Runs a program to its end, whichever that is. */
export function runToEnd(
  command: string,
  args: string[],
  options: ChildOptions,
): Promise<EndedProgram> {
  return untilItEnds(start(command, args, options))
}

/** Starts a program that a test ends with everything that it has started, as when power fails. */
export function runToBeKilled(
  command: string,
  args: string[],
  options: ChildOptions,
): { kill(): void; ended: Promise<EndedProgram> } {
  const child = start(command, args, { ...options, detached: true })
  return {
    kill: () => child.pid && process.kill(-child.pid, "SIGKILL"),
    ended: untilItEnds(child),
  }
}

async function untilItEnds(child: ChildProcess): Promise<EndedProgram> {
  let output = ""
  let everything = ""
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk
    everything += chunk
  })
  child.stderr?.on("data", (chunk: Buffer) => (everything += chunk))
  const [code] = (await once(child, "close")) as [number | null]
  return { code, output, everything }
}

/**
 * Starts a program and resolves once its output matches.
 * @throws Error with the end of what it printed when it ends or stays silent instead
 */
export async function runUntil(
  ready: RegExp,
  command: string,
  args: string[],
  options: ChildOptions,
): Promise<RunningProgram> {
  const child = start(command, args, options)
  const closed = once(child, "close") as Promise<[number | null]>
  let output = ""
  await new Promise<void>((resolve, reject) => {
    const fail = (what: string) =>
      reject(
        new Error(
          `\`${command} ${args.join(" ")}\` ${what}, waiting for ${ready}:\n${tail(output)}`,
        ),
      )
    const timer = setTimeout(() => {
      child.kill("SIGKILL")
      fail(`was not ready after ${READY_TIMEOUT_MS} ms`)
    }, READY_TIMEOUT_MS)
    const listen = (chunk: Buffer) => {
      output += chunk
      if (ready.test(output)) {
        clearTimeout(timer)
        resolve()
      }
    }
    child.stdout?.on("data", listen)
    child.stderr?.on("data", listen)
    closed
      .then(([code]) => {
        clearTimeout(timer)
        fail(`ended with code ${code}`)
      })
      .catch(reject)
  })
  return { output: () => output, stop: () => stop(child, closed) }
}

function tail(output: string): string {
  return output.trimEnd().split("\n").slice(-ERROR_TAIL_LINES).join("\n")
}

async function stop(child: ChildProcess, closed: Promise<[number | null]>): Promise<number | null> {
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS)
  child.kill("SIGINT")
  const [code] = await closed
  clearTimeout(timer)
  return code
}

function start(
  command: string,
  args: string[],
  { cwd, env, detached }: ChildOptions,
): ChildProcess {
  return spawn(command, args, {
    cwd,
    detached,
    // What jest and npm set for this process would change how a merchant's programs behave.
    env: { ...merchantEnvironment(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
}

function merchantEnvironment(): NodeJS.ProcessEnv {
  const foreign =
    /^(npm_(lifecycle|package|command|config_local_prefix)|NODE_(OPTIONS|ENV|NO_WARNINGS)$|JEST_|DB_|INIT_CWD$)/
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
    MEDUSA_DISABLE_TELEMETRY: "true",
    NO_COLOR: "1",
  }
}
