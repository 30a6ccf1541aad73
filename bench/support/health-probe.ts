/** Asks for `/health` at a constant rate, in a thread of its own: whoever measures may be busy. */
import { once } from "node:events"
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads"

const PAUSE_MS = 20

export interface HealthProbe {
  /** Milliseconds of each answer since the last time this was asked. */
  samples(): Promise<number[]>
  stop(): Promise<void>
}

export function probeHealth(storeUrl: string): HealthProbe {
  const worker = new Worker(__filename, {
    workerData: storeUrl,
    execArgv: ["--require", "tsx/cjs"],
  })
  return {
    samples: async () => {
      worker.postMessage("samples")
      const [samples] = (await once(worker, "message")) as [number[]]
      return samples
    },
    stop: async () => void (await worker.terminate()),
  }
}

/** What was asked is counted once it is answered; whether others are still waiting makes no difference. */
function keepAsking(url: string): void {
  let samples: number[] = []
  let waiting: Promise<unknown>[] = []
  setInterval(() => {
    const started = performance.now()
    const asked = fetch(url)
      .then((answer) => answer.text())
      .catch(() => undefined)
      .then(() => samples.push(performance.now() - started))
    waiting.push(asked)
    if (waiting.length > 1_000) waiting = waiting.slice(-500)
  }, PAUSE_MS)
  parentPort?.on("message", () => {
    void Promise.all(waiting).then(() => {
      parentPort?.postMessage(samples)
      samples = []
      waiting = []
    })
  })
}

if (!isMainThread) keepAsking(`${String(workerData)}/health`)
