import { readFileSync, writeFileSync } from "node:fs"

/** Megabytes that the kernel counts for a process; Linux only, elsewhere not a number. */
export interface ProcessMemory {
  residentMb(): number
  /** Since `resetPeak`. */
  peakMb(): number
  resetPeak(): void
}

const KILOBYTES_PER_MB = 1_000

/** The store that this process started: its only child. */
export function childMemory(): ProcessMemory {
  const pid = firstChild()
  const read = (field: string) => {
    if (pid === null) return Number.NaN
    const status = readFileSync(`/proc/${pid}/status`, "utf8")
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / KILOBYTES_PER_MB
  }
  return {
    residentMb: () => read("VmRSS"),
    peakMb: () => read("VmHWM"),
    resetPeak: () => {
      // "5" forgets the peak; see proc(5), clear_refs.
      if (pid !== null) writeFileSync(`/proc/${pid}/clear_refs`, "5")
    },
  }
}

function firstChild(): number | null {
  try {
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8")
    return Number(children.trim().split(" ").at(-1)) || null
  } catch {
    return null
  }
}
