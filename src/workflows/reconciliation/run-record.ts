import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  CaseFacts,
  DecidedCase,
  EarlierCase,
  CaseScope,
  ClaimedRun,
  RunProgress,
} from "../../modules/pagoefectivo"
import {
  compareDigests,
  DigestBuilder,
  resumedDecision,
  type Digest,
  type DigestDifference,
  type Finding,
} from "../../reconciliation"
import { pagoEfectivo } from "../container"

/** What a run tells about itself when it is over. */
export interface RunFindings {
  /** Cases by reason: open after the run, or healed by it by a capture. */
  counts: Record<string, number>
  /** Amounts at risk by reason and currency, as decimal texts. */
  sums: Record<string, Record<string, string>>
  changes: RunChanges
}

export interface RunChanges {
  /** What the run did to cases, by reason. */
  cases: Digest
  /** Against the last run of the same scope. */
  since_last_run: DigestDifference[] | null
  /** Payments that the run captured. */
  captured: number
}

/** What was found, and what was looked at for it. */
export interface ExaminedBatch extends Omit<CaseScope, "runId"> {
  findings: CaseFacts[]
}

/** One run at work: its progress, and what it has decided so far. */
export class RunRecord {
  private readonly digest = new DigestBuilder()
  /** Vouchers whose payment this run has captured. */
  readonly captured = new Set<string>()
  /** What the run had done before its process died, and this try has not come across yet. */
  private readonly earlier = new Map<string, EarlierCase>()

  constructor(
    readonly container: MedusaContainer,
    readonly run: ClaimedRun,
  ) {}

  /** A run that is started over counts what its first try has done as its own. */
  async recall(): Promise<void> {
    if (!this.run.started_over) return
    const { cases } = pagoEfectivo(this.container)
    for (const one of await cases.changedBy(this.run)) this.earlier.set(one.id, one)
  }

  /** @throws RunLostError when another process has taken the run over. */
  progress(progress: RunProgress): Promise<void> {
    return pagoEfectivo(this.container).reconciliation.runs.progress(this.run, progress)
  }

  /**
   * Writes a batch of cases. `provisional`: only the last word about a case counts in the digest,
   * and more is to follow about these.
   */
  async write({ findings, ...scope }: ExaminedBatch, provisional = false): Promise<DecidedCase[]> {
    const { cases } = pagoEfectivo(this.container)
    const decided = await cases.write(findings, { ...scope, runId: this.run.id })
    if (!provisional) this.count(decided)
    return decided
  }

  count(decided: DecidedCase[]): void {
    for (const one of decided) {
      const earlier = this.earlier.get(one.id)
      const decision = resumedDecision(one.decision, earlier?.changes ?? [])
      this.digest.add({ ...one, decision })
      if (earlier && decision.action === "heal") this.countCapture(earlier)
      this.earlier.delete(one.id)
    }
  }

  /** Cases that the first try has healed are not looked at again. */
  private countEarlier(): void {
    for (const one of this.earlier.values()) {
      if (!one.changes.includes("healed")) continue
      this.digest.add({ ...one, decision: { action: "heal" } })
      this.countCapture(one)
    }
    this.earlier.clear()
  }

  private countCapture({ reason, voucherId, isCaptured }: EarlierCase): void {
    if (reason === "missing_capture" && voucherId && isCaptured) this.captured.add(voucherId)
  }

  async findings(): Promise<RunFindings> {
    this.countEarlier()
    const digest = this.digest.build()
    const previous = await pagoEfectivo(this.container).reconciliation.runs.previous(this.run)
    const before = (previous?.changes as RunChanges | null | undefined)?.cases
    const counts: Record<string, number> = {}
    const sums: Record<string, Record<string, string>> = {}
    for (const [reason, { open, atRisk }] of Object.entries(digest)) {
      const captured = reason === "missing_capture" ? this.captured.size : 0
      if (open + captured > 0) counts[reason] = open + captured
      if (open > 0) sums[reason] = atRisk
    }
    return {
      counts,
      sums,
      changes: {
        cases: digest,
        since_last_run: before ? compareDigests(digest, before) : null,
        captured: this.captured.size,
      },
    }
  }
}

/** A finding as a case. */
export function asCase(finding: Finding, providerId: string | null): CaseFacts {
  return { ...finding, providerId }
}
