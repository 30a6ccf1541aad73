import { Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { PAGE_SIZE } from "../../hooks/use-address-filters"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminRunCaseListResponse } from "../../../http-types"
import { CaseLine } from "../cases/case-line"
import { ErrorNote } from "../common/error-note"
import { Pager } from "../common/pager"

/** The cases that a run opened, changed or closed; those about most money first. */
export function RunCases({ runId }: { runId: string }) {
  const { t } = useText()
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useResource<AdminRunCaseListResponse>(
    `/reconciliations/${runId}/cases`,
    { limit: PAGE_SIZE, offset },
    { keepsPrevious: true },
  )
  if (error) return <ErrorNote error={error} retry={refetch} />
  if (!data) return <Skeleton className="mx-6 my-4 h-24" />
  if (data.count === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 pb-4">
        {t("run.no_cases")}
      </Text>
    )
  }
  return (
    <>
      <ul className="flex flex-col gap-y-2 px-6 pb-2" aria-label={t("run.cases")}>
        {data.cases.map((item) => (
          <li key={item.id}>
            <CaseLine item={item} />
            <Text size="xsmall" className="text-ui-fg-subtle px-3 pt-1">
              {t("run.did", {
                changes: item.changes.map((change) => t(`case_event.${change}`)).join(" · "),
              })}
            </Text>
          </li>
        ))}
      </ul>
      <Pager count={data.count} offset={offset} onOffset={setOffset} />
    </>
  )
}
