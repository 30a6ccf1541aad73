import { ArrowDownTray } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import { Guarded } from "./guarded"
import { useAction } from "../../hooks/use-action"
import { useMay } from "../../hooks/use-may"
import { useText } from "../../hooks/use-text"
import type { AdminRight } from "../../../http-types"
import { download, type Query } from "../../lib/client"

const FORMATS = ["csv", "xlsx"] as const

interface Choice {
  format: (typeof FORMATS)[number]
  words: "es" | "en" | "zh" | "none"
}

/** The store's name of a language that the admin is read in; others read English, as in the admin. */
const LANGUAGES: Record<string, Choice["words"]> = { es: "es", zhCN: "zh" }

interface Props {
  /** The list's own route, whose rows are taken along. */
  path: string
  /** The filters in view; no order and no page. */
  query?: Query
  right: Extract<AdminRight, `${string}:export`>
}

/** Takes the rows in view along, as a file: in the reader's words, or as other programs want them. */
export function ExportMenu({ path, query = {}, right }: Props) {
  const { t, language } = useText()
  const save = useAction<Choice>({
    isReading: true,
    run: (choice) =>
      download(`${path}/export`, { ...query, ...choice }, `pagoefectivo.${choice.format}`),
  })
  const words = LANGUAGES[language] ?? "en"
  const button = (
    <Button size="small" variant="secondary" isLoading={save.isPending}>
      <ArrowDownTray />
      {t("actions.export")}
    </Button>
  )
  if (!useMay(right)) return <Guarded right={right}>{button}</Guarded>
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>{button}</DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {FORMATS.map((format) => (
          <DropdownMenu.Item key={format} onSelect={() => save.mutate({ format, words })}>
            {t(`export.${format}`)}
          </DropdownMenu.Item>
        ))}
        <DropdownMenu.Separator />
        {FORMATS.map((format) => (
          <DropdownMenu.Item key={format} onSelect={() => save.mutate({ format, words: "none" })}>
            {t(`export.${format}_raw`)}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
