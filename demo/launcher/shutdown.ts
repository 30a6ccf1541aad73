import { messageOf } from "./demo-error"
import { LAUNCHER_LIMITS } from "./limits"

interface Closer {
  name: string
  close(): Promise<void>
}

/** Ends what was started, last things first, each once, within a bounded time. */
export class Shutdown {
  private readonly closers: Closer[] = []
  private running: Promise<boolean> | null = null
  private clean = true
  private work: Promise<unknown> = Promise.resolve()

  get isRunning(): boolean {
    return this.running !== null
  }

  /** Work that may still start things; what it starts too late is ended as well. */
  during<T>(work: Promise<T>): Promise<T> {
    this.work = work.catch(() => {})
    return work
  }

  add(name: string, close: () => Promise<void>): void {
    this.closers.push({ name, close })
    if (this.isRunning) throw new Error(`${name} started while the demo was ending.`)
  }

  /** True when everything ended by itself and in time. */
  run(): Promise<boolean> {
    this.running ??= this.closeInTime()
    return this.running
  }

  private async closeInTime(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), LAUNCHER_LIMITS.shutdownMs)
    })
    try {
      return await Promise.race([this.closeAll(), late])
    } finally {
      clearTimeout(timer)
    }
  }

  private async closeAll(): Promise<boolean> {
    await this.closeKnown()
    await this.work
    await this.closeKnown()
    return this.clean
  }

  private async closeKnown(): Promise<void> {
    for (let next = this.closers.pop(); next; next = this.closers.pop()) {
      try {
        await next.close()
      } catch (error) {
        this.clean = false
        process.stderr.write(`${next.name} did not end cleanly: ${messageOf(error)}\n`)
      }
    }
  }
}
