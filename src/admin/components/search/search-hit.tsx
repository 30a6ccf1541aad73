import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useFormat } from "../../hooks/use-format"
import { useText } from "../../hooks/use-text"
import type { AdminSearchHit } from "../../../http-types"
import { displayMoney } from "../../../peru/money-text"
import { CaseState, VoucherState } from "../common/status"

/** What one hit is: code, state, amount, order and shopper, and as what the text was understood. */
export function SearchHit({ hit }: { hit: AdminSearchHit }) {
  const { t } = useText()
  const { date } = useFormat()
  const { amount, currency_code, order_display_id, shopper, at } = hit
  const order =
    order_display_id && hit.kind !== "order" && `${t("voucher.order")} #${order_display_id}`
  const parts = [
    hit.kind === "order" || hit.kind === "case" ? hit.cip : null,
    amount && displayMoney(amount, currency_code ?? "pen"),
    hit.kind === "payout" && hit.bank_deposit
      ? t("search.deposit", { amount: displayMoney(hit.bank_deposit, hit.currency_code) })
      : null,
    order,
    shopper,
    at && date(at),
  ]
  return (
    <>
      <span className="flex items-center justify-between gap-x-3">
        <Name hit={hit} />
        <State hit={hit} />
      </span>
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Text size="xsmall" className="text-ui-fg-subtle min-w-0 break-words" as="span">
          {parts.filter(Boolean).join(" · ")}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle" as="span">
          {t(`search_by.${hit.found_by}`)}
        </Text>
      </span>
    </>
  )
}

function Name({ hit }: { hit: AdminSearchHit }) {
  const { t } = useText()
  if (hit.kind === "voucher") return <Strong className="font-mono">{hit.cip}</Strong>
  if (hit.kind === "payout") return <Strong className="font-mono">{hit.payout_id}</Strong>
  if (hit.kind === "case") return <Strong>{t(`reason_title.${hit.reason}`)}</Strong>
  return (
    <Strong>
      {t("voucher.order")} #{hit.order_display_id}
    </Strong>
  )
}

function Strong({ className = "", children }: { className?: string; children: ReactNode }) {
  return (
    <Text size="small" weight="plus" as="span" className={`min-w-0 break-all ${className}`}>
      {children}
    </Text>
  )
}

function State({ hit }: { hit: AdminSearchHit }) {
  if (hit.kind === "case") return <CaseState status={hit.status} />
  if (hit.kind === "payout" || hit.status === null) return null
  return <VoucherState status={hit.status} />
}
