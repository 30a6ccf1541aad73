import { Heading, Text } from "@medusajs/ui"
import type { ComponentType, ReactNode } from "react"

interface Props {
  icon: ComponentType<{ className?: string }>
  title: string
  /** What would be here, and how it gets here. */
  children: ReactNode
  action?: ReactNode
}

export function EmptyState({ icon: Icon, title, children, action }: Props) {
  return (
    <div className="flex flex-col items-center gap-y-2 px-6 py-10 text-center">
      <span className="bg-ui-bg-subtle text-ui-fg-subtle flex size-10 items-center justify-center rounded-full">
        <Icon />
      </span>
      <Heading level="h3">{title}</Heading>
      <Text size="small" className="text-ui-fg-subtle max-w-md">
        {children}
      </Text>
      {action}
    </div>
  )
}
