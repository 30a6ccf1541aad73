import { Button, Skeleton, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { usePeople } from "../../hooks/use-people"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import { useReplayNotice } from "../../hooks/use-voucher-actions"
import type { AdminNoticeDetail, AdminNoticeResponse } from "../../../http-types"
import { displayMoney } from "../../../peru/money-text"
import { indented } from "../../lib/indented"
import { CopyButton } from "../common/copy-button"
import { Detail, Details } from "../common/details"
import { ErrorNote } from "../common/error-note"
import { Moment } from "../common/moment"
import { useOutcomeText } from "../../hooks/use-outcome-text"
import { SideDrawer } from "../common/side-drawer"
import { NoticeState } from "../common/status"
import { Guarded } from "../common/guarded"

/** One notice as it was received, what it claims and what became of it. */
export function NoticeDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useText()
  const { data, error, refetch } = useResource<AdminNoticeResponse>(`/notifications/${id}`)
  const replay = useReplayNotice()
  const notice = data?.notification
  return (
    <SideDrawer
      isOpen
      onClose={onClose}
      title={t("notice.title")}
      subtitle={notice && <NoticeState status={notice.status} />}
      footer={
        notice?.verdict === "authentic" &&
        notice.outcome !== "test" && (
          <Guarded right="notice:update">
            <Button size="small" isLoading={replay.isPending} onClick={() => replay.mutate(id)}>
              {t("actions.replay")}
            </Button>
          </Guarded>
        )
      }
    >
      {error ? (
        <ErrorNote error={error} retry={refetch} />
      ) : notice ? (
        <Body notice={notice} />
      ) : (
        <div className="p-6">
          <Skeleton className="h-40 w-full" />
        </div>
      )}
    </SideDrawer>
  )
}

function Body({ notice }: { notice: AdminNoticeDetail }) {
  const { t } = useText()
  const nameOf = usePeople()
  const outcome = useOutcomeText()
  return (
    <div className="divide-y">
      <div className="px-6 py-4">
        <Details>
          <Detail name={t("notice.outcome")}>{outcome(notice)}</Detail>
          {notice.last_error && <Detail name={t("notice.error")}>{notice.last_error}</Detail>}
          <Detail name={t("notice.verdict")}>{t(`verdict.${notice.verdict}`)}</Detail>
          <Detail name={t("notice.received")}>
            <Moment at={notice.received_at} />
          </Detail>
          <Detail name={t("notice.deliveries")}>{notice.deliveries}</Detail>
          {notice.gateway_id && (
            <Detail name={t("voucher.code")}>
              <Link
                className="text-ui-tag-blue-text hover:underline font-mono"
                to={`/pagoefectivo/vouchers?q=${encodeURIComponent(notice.gateway_id)}`}
              >
                {notice.gateway_id}
              </Link>
            </Detail>
          )}
          {notice.claimed_amount && (
            <Detail name={t("notice.claimed")}>
              {displayMoney(notice.claimed_amount, notice.claimed_currency_code ?? "pen")}
            </Detail>
          )}
          {notice.replayed_at && (
            <Detail name={t("notice.replayed_by")}>
              {nameOf(notice.replayed_by)} · <Moment at={notice.replayed_at} as="relative" />
            </Detail>
          )}
        </Details>
      </div>
      <Raw title={t("notice.body")} text={indented(notice.raw_body)} raw={notice.raw_body} />
      <Raw title={t("notice.headers")} text={JSON.stringify(notice.headers, null, 2)} />
      <div className="px-6 py-4">
        <Text size="xsmall" className="text-ui-fg-subtle break-all">
          SHA-256 {notice.body_sha256}
        </Text>
      </div>
    </div>
  )
}

function Raw({ title, text, raw = text }: { title: string; text: string; raw?: string }) {
  const { t } = useText()
  return (
    <section className="px-6 py-4">
      <div className="mb-2 flex items-center justify-between">
        <Text size="small" weight="plus">
          {title}
        </Text>
        <CopyButton value={raw} label={t("actions.copy")} />
      </div>
      <pre
        tabIndex={0}
        className="bg-ui-bg-subtle border-ui-border-base max-h-80 overflow-auto rounded-lg border p-3 font-mono text-xs"
      >
        {text}
      </pre>
    </section>
  )
}
