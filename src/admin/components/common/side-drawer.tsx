import { XMark } from "@medusajs/icons"
import { Drawer, IconButton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../../hooks/use-text"

interface Props {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  subtitle?: ReactNode
  children: ReactNode
  footer?: ReactNode
  /**
   * Stands beside the page, which stays in reach: above all the toasts, whose buttons a modal drawer
   * puts out of reach of mouse, touch and keyboard. It closes by its own button or Escape only.
   */
  isBeside?: boolean
}

/** Medusa's drawer, with a close button that also says so to a screen reader. */
export function SideDrawer(props: Props) {
  const { isOpen, onClose, title, subtitle, children, footer, isBeside = false } = props
  const { t } = useText()
  return (
    <Drawer open={isOpen} modal={!isBeside} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content
        data-pagoefectivo
        aria-describedby={undefined}
        onInteractOutside={isBeside ? (event) => event.preventDefault() : undefined}
      >
        <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
          <div className="flex min-w-0 flex-col gap-y-1">
            <Drawer.Title asChild>
              <h2 className="font-sans h2-core text-ui-fg-base">{title}</h2>
            </Drawer.Title>
            {subtitle && (
              <Text size="small" className="text-ui-fg-subtle" as="div">
                {subtitle}
              </Text>
            )}
          </div>
          <Drawer.Close asChild>
            <IconButton size="small" variant="transparent" aria-label={t("actions.close")}>
              <XMark />
            </IconButton>
          </Drawer.Close>
        </div>
        <div className="flex-1 overflow-y-auto" tabIndex={0}>
          {children}
        </div>
        {footer && (
          <div className="border-ui-border-base flex flex-wrap items-center justify-end gap-2 border-t px-6 py-4">
            {footer}
          </div>
        )}
      </Drawer.Content>
    </Drawer>
  )
}
