import { Container, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

interface Props {
  label: string
  /** Undefined while it is loading. */
  value: ReactNode | undefined
  remark?: ReactNode
  /** Where the rows behind the figure are. */
  to?: string
}

/** One figure of the overview, leading to what it is made of. */
export function Figure({ label, value, remark, to }: Props) {
  const content = (
    <>
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        {label}
      </Text>
      {value === undefined ? (
        <Skeleton className="mt-2 h-7 w-28" />
      ) : (
        <p className="text-ui-fg-base mt-1 text-xl font-medium tabular-nums">{value}</p>
      )}
      <Text size="xsmall" className="text-ui-fg-subtle mt-1 min-h-4" as="div">
        {remark}
      </Text>
    </>
  )
  return (
    <Container className="p-0">
      {to ? (
        <Link
          to={to}
          className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus block rounded-lg px-5 py-4 outline-none"
        >
          {content}
        </Link>
      ) : (
        <div className="px-5 py-4">{content}</div>
      )}
    </Container>
  )
}
