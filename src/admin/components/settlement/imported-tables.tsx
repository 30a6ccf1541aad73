import { ArrowDownTray } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import { useAction } from "../../hooks/use-action"
import { useFormat } from "../../hooks/use-format"
import { usePeople } from "../../hooks/use-people"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminImportedTable, AdminImportedTableListResponse } from "../../../http-types"
import { download } from "../../lib/client"
import { Guarded } from "../common/guarded"

/** The latest; the files of all of them are kept. */
const SHOWN = 5

/** Files that came in before, to look up what was in them. */
export function ImportedTables({ kind }: { kind: "bank_deposits" | "exchange_rates" }) {
  const { t } = useText()
  const { data } = useResource<AdminImportedTableListResponse>("/imported-tables", {
    kind,
    limit: SHOWN,
  })
  if (!data || data.imported_tables.length === 0) return null
  return (
    <section aria-label={t("table.earlier")} className="flex flex-col gap-y-2">
      <Text size="small" weight="plus" as="p">
        {t("table.earlier")}
      </Text>
      <ul className="divide-y">
        {data.imported_tables.map((table) => (
          <Imported key={table.id} table={table} />
        ))}
      </ul>
    </section>
  )
}

function Imported({ table }: { table: AdminImportedTable }) {
  const { t } = useText()
  const { dateTime } = useFormat()
  const nameOf = usePeople()
  const save = useAction({
    isReading: true,
    run: () => download(`/imported-tables/${table.id}/file`, {}, table.filename),
  })
  return (
    <li className="flex items-center justify-between gap-x-3 py-2">
      <div className="min-w-0">
        <Text size="small" className="break-all">
          {table.filename}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("timeline.by", { at: dateTime(table.imported_at), who: nameOf(table.imported_by) })}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {table.status === "imported"
            ? t("table.counts", { rows: table.rows_count, bad: table.quarantined_count })
            : t(`report_status.${table.status}`)}
        </Text>
      </div>
      {table.archived && (
        <Guarded right="settlement:export">
          <IconButton
            size="small"
            variant="transparent"
            aria-label={t("table.download", { name: table.filename })}
            isLoading={save.isPending}
            onClick={() => save.mutate()}
          >
            <ArrowDownTray />
          </IconButton>
        </Guarded>
      )}
    </li>
  )
}
