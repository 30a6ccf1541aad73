"use client"

import { type ReactElement, useState } from "react"
import type { VoucherLabels } from "./labels"
import type { CheckOutcome } from "./types"

const OUTCOME_LABELS = {
  updated: undefined,
  unchanged: "unchanged",
  too_many: "tooMany",
  failed: "failed",
} as const satisfies Record<CheckOutcome, keyof VoucherLabels | undefined>

interface CheckButtonProps {
  labels: VoucherLabels
  check: () => Promise<CheckOutcome>
  /** Stands where the answer will stand. */
  hint: string | undefined
}

/** "Ya pagué": lets the store ask the gateway now. */
export function CheckButton({ check, hint, labels }: CheckButtonProps): ReactElement {
  const [result, setResult] = useState<keyof VoucherLabels>()
  const busy = result === "checking"
  const ask = async () => {
    if (busy) return
    setResult("checking")
    setResult(OUTCOME_LABELS[await check()])
  }
  return (
    <>
      <button className="pe-button" type="button" aria-disabled={busy} onClick={() => void ask()}>
        {labels.check}
      </button>
      <p className="pe-soft" role="status">
        {result ? labels[result] : hint}
      </p>
    </>
  )
}
