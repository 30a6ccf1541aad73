import { Button, Container, Text } from "@medusajs/ui"
import { ListCheckbox } from "@medusajs/icons"
import { Link } from "react-router-dom"
import { useSetupIsOpen } from "../../hooks/use-setup"
import { useText } from "../../hooks/use-text"

/** Leads those who come here first to the set-up page, while it is open. */
export function UnfinishedSetup() {
  const { t } = useText()
  if (!useSetupIsOpen()) return null
  return (
    <Container className="flex flex-wrap items-center gap-x-3 gap-y-2 px-6 py-4">
      <ListCheckbox aria-hidden className="text-ui-fg-interactive" />
      <div className="min-w-52 flex-1">
        <Text weight="plus" leading="compact">
          {t("setup.unfinished")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("setup.unfinished_text")}
        </Text>
      </div>
      <Button size="small" variant="secondary" className="max-sm:ml-7" asChild>
        <Link to="/pagoefectivo/setup">{t("setup.go_on")}</Link>
      </Button>
    </Container>
  )
}
