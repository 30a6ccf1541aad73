import { Button, Skeleton, Text } from "@medusajs/ui"
import { PlaySolid } from "@medusajs/icons"
import { Link } from "react-router-dom"
import { useAction } from "../../hooks/use-action"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminReconciliation, AdminReconciliationListResponse } from "../../../http-types"
import { post } from "../../lib/client"
import { Card } from "../common/page"
import { ErrorNote } from "../common/error-note"
import { Moment } from "../common/moment"
import { ProgressBar } from "../common/progress-bar"
import { RunChangeList } from "./run-changes"
import { RunState } from "../common/status"
import { Guarded } from "../common/guarded"

const WHILE_RUNNING_MS = 1_000
const OTHERWISE_MS = 30_000

function isActive(run: AdminReconciliation | undefined): boolean {
  return run?.status === "pending" || run?.status === "running"
}

/** The last reconciliation, and a button for another. */
export function RunCard() {
  const { t } = useText()
  const { data, error, refetch } = useResource<AdminReconciliationListResponse>(
    "/reconciliations",
    { limit: 1, order: "-created_at" },
    {
      refetchInterval: (found) =>
        isActive((found as AdminReconciliationListResponse | undefined)?.reconciliations[0])
          ? WHILE_RUNNING_MS
          : OTHERWISE_MS,
    },
  )
  const start = useAction({ run: () => post("/reconciliations") })
  const run = data?.reconciliations[0]
  return (
    <Card
      title={t("run.title")}
      aside={
        <div className="flex flex-wrap items-center gap-2">
          <Button size="small" variant="secondary" asChild>
            <Link to="/pagoefectivo/runs">{t("run.all")}</Link>
          </Button>
          <Guarded right="settlement:create">
            <Button
              size="small"
              isLoading={start.isPending}
              disabled={isActive(run)}
              onClick={() => start.mutate()}
            >
              <PlaySolid />
              {t("run.start")}
            </Button>
          </Guarded>
        </div>
      }
    >
      <div className="px-6 py-4">
        {error ? (
          <ErrorNote error={error} retry={refetch} />
        ) : run ? (
          <Run run={run} />
        ) : data ? (
          <Text size="small" className="text-ui-fg-subtle">
            {t("run.none")}
          </Text>
        ) : (
          <Skeleton className="h-5 w-64 max-w-full" />
        )}
      </div>
    </Card>
  )
}

function Run({ run }: { run: AdminReconciliation }) {
  const { t } = useText()
  const percent = Math.round(run.progress * 100)
  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <RunState status={run.status} />
        <Text size="small" className="text-ui-fg-subtle" as="div">
          {t(`run.trigger_${run.trigger}`)} ·{" "}
          <Moment at={run.finished_at ?? run.started_at} as="relative" />
        </Text>
      </div>
      {isActive(run) ? (
        <ProgressBar percent={percent} label={t("run.progress", { percent })} />
      ) : run.status === "completed" ? (
        <>
          <Text size="small">
            {t("run.looked_at", { vouchers: run.vouchers_count, lines: run.lines_count })}
          </Text>
          <RunChangeList run={run} />
        </>
      ) : (
        <Text size="small" className="text-ui-fg-error break-words">
          {run.error}
        </Text>
      )}
    </div>
  )
}
