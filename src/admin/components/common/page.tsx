import { Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { SearchBox } from "../search/search-box"
import { SetupInMenu } from "../setup/setup-in-menu"
import { TimeZoneSelect } from "./time-zone-select"

interface Props {
  title: string
  /** One line: what this page answers. */
  description: string
  actions?: ReactNode
  children: ReactNode
}

/** Frame of the plugin's pages. */
export function Page({ children }: { children: ReactNode }) {
  return (
    <div data-pagoefectivo className="flex flex-col gap-y-3">
      <SetupInMenu />
      <SearchBox />
      {children}
    </div>
  )
}

/** The page's main card, with its heading. */
export function PageCard({ title, description, actions, children }: Props) {
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-3 px-6 py-4 md:flex-row md:items-start md:justify-between">
        <div className="min-w-0">
          <Heading level="h1">{title}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {description}
          </Text>
        </div>
        <div className="flex flex-wrap items-center gap-2 md:shrink-0 md:flex-nowrap">
          {actions}
          <TimeZoneSelect />
        </div>
      </div>
      {children}
    </Container>
  )
}

export function Card({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-3 px-6 py-4">
        <Heading level="h2">{title}</Heading>
        {aside}
      </div>
      {children}
    </Container>
  )
}
