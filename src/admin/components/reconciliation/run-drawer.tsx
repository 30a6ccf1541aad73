import { Skeleton, Text } from "@medusajs/ui"
import { usePeople } from "../../hooks/use-people"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminReconciliation, AdminReconciliationResponse } from "../../../http-types"
import { Detail, Details } from "../common/details"
import { ErrorNote } from "../common/error-note"
import { Moment } from "../common/moment"
import { SideDrawer } from "../common/side-drawer"
import { RunState } from "../common/status"
import { RunCases } from "./run-cases"
import { RunChangeList } from "./run-changes"
import { RunRange } from "./run-range"

/** One run: what it looked at, what it found, and what it did to which cases. */
export function RunDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useText()
  const { data, error, refetch } = useResource<AdminReconciliationResponse>(
    `/reconciliations/${id}`,
  )
  const run = data?.reconciliation
  return (
    <SideDrawer
      isOpen
      onClose={onClose}
      title={t("run.title")}
      subtitle={run && <RunState status={run.status} />}
    >
      {error ? (
        <ErrorNote error={error} retry={refetch} />
      ) : run ? (
        <Body run={run} />
      ) : (
        <Skeleton className="m-6 h-40" />
      )}
    </SideDrawer>
  )
}

function Body({ run }: { run: AdminReconciliation }) {
  const { t } = useText()
  return (
    <div className="divide-y">
      <section className="flex flex-col gap-y-3 px-6 py-4">
        <Facts run={run} />
        {run.error && (
          <Text size="small" className="text-ui-fg-error break-words">
            {run.error}
          </Text>
        )}
        <RunChangeList run={run} />
      </section>
      <section>
        <Text size="small" weight="plus" className="px-6 py-4">
          {t("run.cases")}
        </Text>
        <RunCases runId={run.id} />
      </section>
    </div>
  )
}

function Facts({ run }: { run: AdminReconciliation }) {
  const { t } = useText()
  const nameOf = usePeople()
  return (
    <Details>
      <Detail name={t("run.started")}>
        <Moment at={run.started_at ?? run.created_at} />
      </Detail>
      <Detail name={t("run.finished")}>
        <Moment at={run.finished_at} />
      </Detail>
      <Detail name={t("run.by")}>
        {run.trigger === "schedule" ? t("run.trigger_schedule") : nameOf(run.actor)}
      </Detail>
      <Detail name={t("run.range")}>
        <RunRange run={run} />
      </Detail>
      <Detail name={t("run.vouchers")}>{run.vouchers_count}</Detail>
      <Detail name={t("run.lines")}>{run.lines_count}</Detail>
    </Details>
  )
}
