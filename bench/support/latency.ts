/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)
  return sorted[Math.max(0, at)] ?? Number.NaN
}

export interface Candidate {
  name: string
  /** Milliseconds. */
  samples: number[]
}

/** A table of p50 and p99 in milliseconds, each with its ratio to the floor of the same run. */
export function latencyTable(floor: Candidate, others: Candidate[], goal: number) {
  const of = ({ samples }: Candidate) => [percentile(samples, 0.5), percentile(samples, 0.99)]
  const [floorP50 = NaN, floorP99 = NaN] = of(floor)
  return [floor, ...others].map((candidate) => {
    const [p50 = NaN, p99 = NaN] = of(candidate)
    return {
      what: candidate.name,
      samples: candidate.samples.length,
      "p50 ms": p50.toFixed(1),
      "p99 ms": p99.toFixed(1),
      "p50 ratio": (p50 / floorP50).toFixed(2),
      "p99 ratio": (p99 / floorP99).toFixed(2),
      goal: candidate === floor ? "floor" : `at most ${goal}`,
    }
  })
}
