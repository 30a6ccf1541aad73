import { ArrowDownTray } from "@medusajs/icons"
import { Button, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useAction } from "../../hooks/use-action"
import { useFormat } from "../../hooks/use-format"
import { useFormatName } from "../../hooks/use-format-name"
import { usePeople } from "../../hooks/use-people"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type {
  AdminQuarantinedRowListResponse,
  AdminSettlementReport,
  AdminSettlementReportDetail,
  AdminSettlementReportDetailResponse,
} from "../../../http-types"
import { formatBytes } from "../../lib/bytes"
import { download, readFile, saveFile } from "../../lib/client"
import { cutOut, decode, isTextFormat } from "../../lib/quarantine-file"
import { Detail, Details } from "../common/details"
import { ErrorNote } from "../common/error-note"
import { Moment } from "../common/moment"
import { LeftOutDetails } from "./left-out-details"
import { QuarantineTable } from "./quarantine-table"
import { ReportActions } from "./report-actions"
import { ReportFixes } from "./report-fixes"
import { ReportHistory } from "./report-history"
import { ReportLines } from "./report-lines"
import { SideDrawer } from "../common/side-drawer"
import { ReportState } from "../common/status"
import { Guarded } from "../common/guarded"

/** Rows shown and downloaded at once. */
const MAX_ROWS = 1_000

/** One report: what came in, what could not be read, and how to mend that. */
export function ReportDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useText()
  const { data, error, refetch } = useResource<AdminSettlementReportDetailResponse>(
    `/settlement-reports/${id}`,
  )
  const report = data?.settlement_report
  const save = useAction({
    isReading: true,
    run: () => download(`/settlement-reports/${id}/file`, {}, report?.filename ?? "report"),
  })
  return (
    <SideDrawer
      isOpen
      onClose={onClose}
      title={<span className="break-all">{report?.filename ?? t("report.title")}</span>}
      subtitle={report && <ReportState status={report.status} />}
      footer={
        <>
          {report && <ReportActions report={report} />}
          <Guarded right="settlement:export">
            <Button
              size="small"
              variant="secondary"
              isLoading={save.isPending}
              onClick={() => save.mutate()}
            >
              <ArrowDownTray />
              {t("report.download")}
            </Button>
          </Guarded>
        </>
      }
    >
      {error ? (
        <ErrorNote error={error} retry={refetch} />
      ) : report ? (
        <Body report={report} />
      ) : (
        <div className="p-6">
          <Skeleton className="h-40 w-full" />
        </div>
      )}
    </SideDrawer>
  )
}

function Body({ report }: { report: AdminSettlementReportDetail }) {
  const { t } = useText()
  return (
    <div className="divide-y">
      <Section>
        <Facts report={report} />
        {report.error && (
          <Text size="small" className="text-ui-fg-error mt-3 break-words">
            {report.error}
          </Text>
        )}
      </Section>
      {report.fixes.length > 0 && (
        <Section title={t("report.fixes")}>
          <ReportFixes fixes={report.fixes} />
        </Section>
      )}
      {report.fixed_by.length > 0 && (
        <Section title={t("report.fixed_by")}>
          <ReportFixes fixes={report.fixed_by} />
        </Section>
      )}
      {report.history.length > 0 && (
        <Section title={t("report.history")}>
          <ReportHistory history={report.history} />
        </Section>
      )}
      {report.quarantined_count > report.fixed_count && (
        <Section title={t("report.quarantined")}>
          <Quarantine report={report} />
        </Section>
      )}
      {report.lines_count > 0 && report.status === "imported" && (
        <Section title={t("report.lines")}>
          <ReportLines reportId={report.id} />
        </Section>
      )}
    </div>
  )
}

function Facts({ report }: { report: AdminSettlementReport }) {
  const { t } = useText()
  const { day } = useFormat()
  const nameOf = usePeople()
  const formatName = useFormatName()
  return (
    <Details>
      <Detail name={t("report.format")}>{formatName(report.format)}</Detail>
      {report.first_day && report.last_day && (
        <Detail name={t("report.days")}>
          {report.first_day === report.last_day
            ? day(report.first_day)
            : `${day(report.first_day)} – ${day(report.last_day)}`}
        </Detail>
      )}
      <Detail name={t("report.lines")}>{report.lines_count}</Detail>
      <Detail name={t("report.duplicates")}>{report.duplicates_count}</Detail>
      {report.replaced_count > 0 && (
        <Detail name={t("report.replaced")}>{report.replaced_count}</Detail>
      )}
      <LeftOutDetails report={report} />
      <Detail name={t("report.imported")}>
        <Moment at={report.finished_at ?? report.started_at} />
      </Detail>
      <Detail name={t("report.by")}>
        {report.source === "upload" ? nameOf(report.imported_by) : report.source}
      </Detail>
      <Detail name={t("report.size")}>{formatBytes(report.size_bytes)}</Detail>
      <Detail name="SHA-256">
        <span className="break-all font-mono text-xs">{report.sha256}</span>
      </Detail>
    </Details>
  )
}

function Quarantine({ report }: { report: AdminSettlementReport }) {
  const { t } = useText()
  const path = `/settlement-reports/${report.id}`
  const { data, error, refetch } = useResource<AdminQuarantinedRowListResponse>(
    `${path}/quarantine`,
    { limit: MAX_ROWS },
  )
  const open = (data?.quarantined_rows ?? []).filter(({ fixed_by }) => fixed_by === null)
  const save = useAction({
    isReading: true,
    run: async () => {
      const original = decode(await readFile(`${path}/file`))
      const lines = open.map(({ line }) => line)
      const text = cutOut(original, lines, report.format)
      saveFile(new Blob([text], { type: "text/plain;charset=utf-8" }), fixName(report.filename))
    },
    done: () => t("quarantine.downloaded"),
  })
  if (error) return <ErrorNote error={error} retry={refetch} />
  if (!data) return <Skeleton className="h-24 w-full" />
  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small" className="text-ui-fg-subtle">
        {t(isTextFormat(report.format) ? "quarantine.how_text" : "quarantine.how_workbook")}
      </Text>
      <QuarantineTable rows={open} />
      {isTextFormat(report.format) && (
        <Button
          size="small"
          variant="secondary"
          className="self-start"
          isLoading={save.isPending}
          onClick={() => save.mutate()}
        >
          <ArrowDownTray />
          {t("quarantine.download")}
        </Button>
      )}
    </div>
  )
}

/** `july.csv` → `july-fix.csv` */
function fixName(filename: string): string {
  return filename.replace(/(\.[a-z0-9]+)?$/i, "-fix$1")
}

function Section({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="px-6 py-4">
      {title && (
        <Text size="small" weight="plus" className="mb-3">
          {title}
        </Text>
      )}
      {children}
    </section>
  )
}
