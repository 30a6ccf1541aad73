import { Button, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import { useVoucherActions } from "../../hooks/use-voucher-actions"
import type {
  AdminVoucher,
  AdminVoucherResponse,
  AdminVoucherSettlement,
} from "../../../http-types"
import { displayMoney } from "../../../peru/money-text"
import { CaseLine } from "../cases/case-line"
import { CopyButton } from "../common/copy-button"
import { Detail, Details } from "../common/details"
import { ErrorNote } from "../common/error-note"
import { Moment } from "../common/moment"
import { MoneyText } from "../common/money"
import { MoneyTrail } from "./money-trail"
import { NoticeReplay } from "../notices/notice-replay"
import { RefundList } from "../refunds/refund-list"
import { Timeline } from "./timeline"
import { Guarded } from "../common/guarded"

/** One code of an order, with all that is known about its money. */
export function OrderVoucher({ voucher }: { voucher: AdminVoucher }) {
  const { t } = useText()
  const { data, error, refetch } = useResource<AdminVoucherResponse>(`/vouchers/${voucher.id}`)
  if (error) return <ErrorNote error={error} retry={refetch} />
  const detail = data?.voucher
  const open = detail?.cases ?? []
  return (
    <>
      <Code voucher={detail ?? voucher} />
      <Section>
        {detail ? (
          <>
            <MoneyTrail voucher={detail} settlement={detail.settlement} refunds={detail.refunds} />
            <FeeAndNet settlement={detail.settlement} />
          </>
        ) : (
          <Skeleton className="h-40 w-full" />
        )}
      </Section>
      {detail && detail.refunds.length > 0 && (
        <Section title={t("widget.refunds")}>
          <RefundList refunds={detail.refunds} cip={detail.cip} />
        </Section>
      )}
      {open.length > 0 && (
        <Section title={t("widget.cases")}>
          <div className="flex flex-col gap-y-2">
            {open.map((item) => (
              <CaseLine key={item.id} item={item} />
            ))}
          </div>
        </Section>
      )}
      <Section title={t("widget.timeline")}>
        {detail ? <Timeline events={detail.events} /> : <Skeleton className="h-16 w-full" />}
      </Section>
      {detail && detail.notices.length > 0 && (
        <Section title={t("widget.notices")}>
          <NoticeReplay notices={detail.notices} />
        </Section>
      )}
    </>
  )
}

function Code({ voucher }: { voucher: AdminVoucher }) {
  const { t } = useText()
  const actions = useVoucherActions(voucher)
  const isWaiting = voucher.status === "waiting"
  return (
    <Section>
      <div className="flex items-center justify-between gap-x-2">
        <div className="min-w-0">
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("voucher.code")}
          </Text>
          <div className="flex items-center gap-x-1">
            <span className="text-ui-fg-base truncate font-mono text-lg font-medium">
              {voucher.cip}
            </span>
            <CopyButton value={voucher.cip} label={t("actions.copy_code")} />
          </div>
        </div>
        <div className="text-right">
          <Text size="large" weight="plus" as="div">
            <MoneyText amount={voucher.amount} currency={voucher.currency_code} />
          </Text>
          {isWaiting && (
            <Text size="xsmall" className="text-ui-fg-subtle" as="div">
              {t("voucher.expires")} <Moment at={voucher.expires_at} as="relative" />
            </Text>
          )}
        </div>
      </div>
      {voucher.closing_task && (
        <Text size="xsmall" className="text-ui-tag-orange-text mt-2">
          {t("voucher.closing", { tries: voucher.closing_task.tries })}
        </Text>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Guarded right="voucher:update">
          <Button
            size="small"
            variant="secondary"
            isLoading={actions.isChecking}
            onClick={actions.check}
          >
            {t("actions.check_now")}
          </Button>
        </Guarded>
        <Button size="small" variant="secondary" asChild>
          <a href={voucher.page_url} target="_blank" rel="noreferrer">
            {t("actions.open_page")}
          </a>
        </Button>
        <Button size="small" variant="secondary" asChild>
          <a href={`${voucher.page_url}.pdf`} target="_blank" rel="noreferrer">
            PDF
          </a>
        </Button>
      </div>
    </Section>
  )
}

function FeeAndNet({ settlement }: { settlement: AdminVoucherSettlement | null }) {
  const { t } = useText()
  const line = settlement?.lines.find(
    ({ type, status, ledger }) => type === "payment" && status === "settled" && ledger !== "paid",
  )
  if (!line?.fee || !line.net) return null
  return (
    <div className="border-ui-border-base mt-3 border-t pt-3">
      <Details>
        <Detail name={t("money.fee")}>{displayMoney(`-${line.fee}`, line.currency_code)}</Detail>
        <Detail name={t("money.net")}>{displayMoney(line.net, line.currency_code)}</Detail>
      </Details>
    </div>
  )
}

function Section({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className="px-6 py-4">
      {title && (
        <Text size="small" leading="compact" weight="plus" className="mb-3">
          {title}
        </Text>
      )}
      {children}
    </div>
  )
}
