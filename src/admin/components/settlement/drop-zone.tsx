import { ArrowUpTray } from "@medusajs/icons"
import { clx, Text } from "@medusajs/ui"
import { useId, useState, type DragEvent } from "react"
import { useMay, useRightText } from "../../hooks/use-may"
import { useText } from "../../hooks/use-text"

import type { AdminRight } from "../../../http-types"

const ACCEPTED = ".csv,.txt,.xlsx,.tsv"

interface Props {
  label: string
  /** Which files it takes. */
  hint: string
  right: AdminRight
  isBusy: boolean
  onFile: (file: File) => void
}

/** Takes one file, dropped or chosen. */
export function DropZone({ label, hint, right, isBusy, onFile }: Props) {
  const { t } = useText()
  const may = useMay(right)
  const missing = useRightText()
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (!may) return missing.explain(right)
    if (file && !isBusy) onFile(file)
  }
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <label
        htmlFor={id}
        className={clx(
          "focus-within:shadow-borders-focus flex cursor-pointer flex-col items-center gap-y-1 rounded-lg border border-dashed px-6 py-8 text-center transition-colors",
          isOver
            ? "border-ui-border-interactive bg-ui-bg-highlight"
            : "border-ui-border-strong bg-ui-bg-subtle hover:bg-ui-bg-subtle-hover",
        )}
      >
        <ArrowUpTray className="text-ui-fg-subtle" aria-hidden />
        <Text size="small" weight="plus" as="span">
          {isBusy ? t("upload.reading") : label}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle max-w-md" as="span">
          {may ? hint : missing.hint(right)}
        </Text>
        <input
          id={id}
          type="file"
          accept={ACCEPTED}
          className="sr-only"
          disabled={isBusy}
          aria-disabled={!may}
          onClick={(event) => {
            if (may) return
            event.preventDefault()
            missing.explain(right)
          }}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            target.value = ""
            if (file) onFile(file)
          }}
        />
      </label>
    </div>
  )
}
