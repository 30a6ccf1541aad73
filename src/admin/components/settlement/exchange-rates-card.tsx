import { ArrowUpTray, CurrencyDollar } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { PAGE_SIZE } from "../../hooks/use-address-filters"
import { useFormat } from "../../hooks/use-format"
import { usePeople } from "../../hooks/use-people"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminExchangeRate, AdminExchangeRateListResponse } from "../../../http-types"
import { DataList, type Column } from "../common/data-list"
import { EmptyState } from "../common/empty-state"
import { ErrorNote } from "../common/error-note"
import { Moment } from "../common/moment"
import { Card } from "../common/page"
import { Pager } from "../common/pager"
import { TableUpload } from "./table-upload"
import { Guarded } from "../common/guarded"

/** Reference rates that came by file: what a settlement in another currency is judged by. */
export function ExchangeRatesCard() {
  const { t } = useText()
  const [offset, setOffset] = useState(0)
  const [isUploading, setUploading] = useState(false)
  const { data, error, refetch } = useResource<AdminExchangeRateListResponse>(
    "/exchange-rates",
    { limit: PAGE_SIZE, offset },
    { keepsPrevious: true },
  )
  const columns = useColumns()
  return (
    <div id="exchange-rates">
      <Card
        title={t("rates.title")}
        aside={
          <Guarded right="settlement:update">
            <Button size="small" variant="secondary" onClick={() => setUploading(true)}>
              <ArrowUpTray />
              {t("table.open")}
            </Button>
          </Guarded>
        }
      >
        {error ? (
          <ErrorNote error={error} retry={refetch} />
        ) : data?.exchange_rates.length === 0 ? (
          <EmptyState icon={CurrencyDollar} title={t("rates.none")}>
            {t("rates.none_text")}
          </EmptyState>
        ) : (
          <DataList
            label={t("rates.title")}
            columns={columns}
            rows={data?.exchange_rates}
            idOf={({ day, from, to }) => [day, from, to].join(":")}
          />
        )}
        <Pager count={data?.count ?? 0} offset={offset} onOffset={setOffset} />
      </Card>
      {isUploading && (
        <TableUpload
          title={t("rates.upload")}
          description={t("rates.upload_text")}
          path="/exchange-rates"
          kind="exchange_rates"
          columns="day,from,to,rate"
          onClose={() => setUploading(false)}
        />
      )}
    </div>
  )
}

function useColumns(): Column<AdminExchangeRate>[] {
  const { t } = useText()
  const { day } = useFormat()
  const nameOf = usePeople()
  return [
    { id: "day", header: t("rates.day"), cell: (row) => day(row.day) },
    {
      id: "rate",
      header: t("rates.rate"),
      cell: ({ from, to, rate }) => (
        <span className="text-ui-fg-base whitespace-nowrap tabular-nums">
          1 {from.toUpperCase()} = {rate} {to.toUpperCase()}
        </span>
      ),
    },
    {
      id: "entered",
      header: t("rates.entered"),
      from: "medium",
      cell: (row) => (
        <>
          <Moment at={row.entered_at} />
          <Text size="xsmall" className="text-ui-fg-subtle">
            {nameOf(row.entered_by)}
            {row.file && ` · ${row.file.filename}`}
          </Text>
        </>
      ),
    },
  ]
}
