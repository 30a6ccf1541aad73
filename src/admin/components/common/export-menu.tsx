import { ArrowDownTray } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import { useAction } from "../../hooks/use-action"
import { useText } from "../../hooks/use-text"
import { download, type Query } from "../../lib/client"

const FORMATS = ["csv", "xlsx"] as const

/** Takes the cases in view along, as a file. */
export function ExportMenu({ query }: { query: Query }) {
  const { t } = useText()
  const save = useAction<(typeof FORMATS)[number]>({
    isReading: true,
    run: (format) =>
      download("/cases/export", { ...query, format }, `pagoefectivo-cases.${format}`),
  })
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button size="small" variant="secondary" isLoading={save.isPending}>
          <ArrowDownTray />
          {t("actions.export")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {FORMATS.map((format) => (
          <DropdownMenu.Item key={format} onSelect={() => save.mutate(format)}>
            {t(`export.${format}`)}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
