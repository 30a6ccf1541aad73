import { CheckMini, SquareTwoStackMini } from "@medusajs/icons"
import { IconButton, Tooltip } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useText } from "../../hooks/use-text"
import { copyText } from "../../lib/copy-text"

const SHOWN_MS = 1_500

/** Copies a value. Medusa's own `Copy` speaks English only. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const { t } = useText()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => setCopied(await copyText(value))
  return (
    <Tooltip content={copied ? t("actions.copied") : label}>
      <IconButton size="2xsmall" variant="transparent" aria-label={label} onClick={copy}>
        {copied ? <CheckMini className="text-ui-tag-green-icon" /> : <SquareTwoStackMini />}
      </IconButton>
    </Tooltip>
  )
}
