import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** Names and values, one under the other. */
export function Details({ children }: { children: ReactNode }) {
  return <dl className="flex flex-col gap-y-2">{children}</dl>
}

export function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-x-4">
      <dt className="shrink-0">
        <Text size="small" className="text-ui-fg-subtle" as="span">
          {name}
        </Text>
      </dt>
      <dd className="txt-small text-ui-fg-base min-w-0 break-words text-right">{children}</dd>
    </div>
  )
}
