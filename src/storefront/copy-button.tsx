"use client"

import { type ReactElement, type RefObject, useState } from "react"
import type { VoucherLabels } from "./labels"

interface CopyButtonProps {
  code: string
  /** Where the code stands, to be selected when the browser does not copy it. */
  digits: RefObject<HTMLElement | null>
  labels: VoucherLabels
}

export function CopyCodeButton({ code, digits, labels }: CopyButtonProps): ReactElement {
  const [result, setResult] = useState<"copied" | "copyRefused">()
  const copy = async () =>
    setResult((await copied(code, digits.current)) ? "copied" : "copyRefused")
  return (
    <>
      <button className="pe-button" type="button" onClick={() => void copy()}>
        <span aria-live="polite">{result === "copied" ? labels.copied : labels.copy}</span>
      </button>
      <p role="status">{result === "copyRefused" && labels.copyRefused}</p>
    </>
  )
}

/** The clipboard may be refused, and without https there is none: then as browsers did before it. */
async function copied(code: string, digits: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code)
    return true
  } catch {
    if (digits) getSelection()?.selectAllChildren(digits)
    return Boolean(digits) && document.execCommand("copy")
  }
}
