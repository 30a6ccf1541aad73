import { LockClosedSolid } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { PAGE_SIZE } from "../../hooks/use-address-filters"
import { useAction } from "../../hooks/use-action"
import { useFormat } from "../../hooks/use-format"
import { usePeople } from "../../hooks/use-people"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminClosedPeriod, AdminClosedPeriodListResponse } from "../../../http-types"
import { post } from "../../lib/client"
import { ClosePeriodForm } from "./close-period-form"
import { DataList, type Column } from "../common/data-list"
import { EmptyState } from "../common/empty-state"
import { ErrorNote } from "../common/error-note"
import { Moment } from "../common/moment"
import { Card } from "../common/page"
import { Pager } from "../common/pager"
import { Guarded } from "../common/guarded"

/** Accounts that were handed in: no run changes their cases any more. */
export function ClosedPeriodsCard() {
  const { t } = useText()
  const [offset, setOffset] = useState(0)
  const [isClosing, setClosing] = useState(false)
  const { data, error, refetch } = useResource<AdminClosedPeriodListResponse>(
    "/closed-periods",
    { limit: PAGE_SIZE, offset },
    { keepsPrevious: true },
  )
  const columns = useColumns()
  return (
    <div id="closed-periods">
      <Card
        title={t("period.title")}
        aside={
          <Guarded right="settlement:update">
            <Button size="small" variant="secondary" onClick={() => setClosing(true)}>
              {t("period.close")}
            </Button>
          </Guarded>
        }
      >
        {error ? (
          <ErrorNote error={error} retry={refetch} />
        ) : data?.closed_periods.length === 0 ? (
          <EmptyState icon={LockClosedSolid} title={t("period.none")}>
            {t("period.none_text")}
          </EmptyState>
        ) : (
          <DataList
            label={t("period.title")}
            columns={columns}
            rows={data?.closed_periods}
            idOf={({ id }) => id}
          />
        )}
        <Pager count={data?.count ?? 0} offset={offset} onOffset={setOffset} />
      </Card>
      {isClosing && <ClosePeriodForm onClose={() => setClosing(false)} />}
    </div>
  )
}

function useColumns(): Column<AdminClosedPeriod>[] {
  const { t } = useText()
  const { day } = useFormat()
  const nameOf = usePeople()
  return [
    {
      id: "days",
      header: t("period.days"),
      cell: (row) => (
        <>
          <span className="text-ui-fg-base whitespace-nowrap">
            {day(row.from_day)} – {day(row.to_day)}
          </span>
          {row.note && (
            <Text size="xsmall" className="text-ui-fg-subtle break-words">
              {row.note}
            </Text>
          )}
        </>
      ),
    },
    {
      id: "closed",
      header: t("period.closed"),
      from: "medium",
      cell: (row) => (
        <>
          <Moment at={row.closed_at} />
          <Text size="xsmall" className="text-ui-fg-subtle">
            {nameOf(row.closed_by)}
          </Text>
        </>
      ),
    },
    {
      id: "reopened",
      header: t("period.reopened"),
      from: "medium",
      cell: (row) =>
        row.reopened_at ? (
          <>
            <Moment at={row.reopened_at} />
            <Text size="xsmall" className="text-ui-fg-subtle">
              {nameOf(row.reopened_by)}
            </Text>
          </>
        ) : (
          "—"
        ),
    },
    {
      id: "reopen",
      header: t("list.actions"),
      hidesHeader: true,
      align: "end",
      cell: (row) => !row.reopened_at && <Reopen period={row} />,
    },
  ]
}

function Reopen({ period }: { period: AdminClosedPeriod }) {
  const { t } = useText()
  const reopen = useAction({
    run: () => post(`/closed-periods/${period.id}/reopen`),
    done: () => t("period.reopened_done"),
  })
  return (
    <Guarded right="settlement:update">
      <Button
        size="small"
        variant="transparent"
        isLoading={reopen.isPending}
        onClick={() => reopen.mutate()}
      >
        {t("period.reopen")}
      </Button>
    </Guarded>
  )
}
