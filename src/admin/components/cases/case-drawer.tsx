import { Badge, Button, DropdownMenu, Skeleton, Text } from "@medusajs/ui"
import { TriangleDownMini } from "@medusajs/icons"
import { useState, type ReactNode } from "react"
import { Link, useNavigate } from "react-router-dom"
import type { CaseAction } from "../../../reconciliation/case-actions"
import { useCaseActions, type CaseDecisionInput } from "../../hooks/use-case-actions"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import { leavesOpen } from "../../lib/resolution-rules"
import type { AdminCaseDetail, AdminCaseResponse } from "../../../http-types"
import { ClaimDetail } from "./claim-detail"
import { CaseComparison } from "./case-comparison"
import { CaseHistory } from "./case-history"
import { CaseNotes } from "./case-notes"
import { CaseOwner } from "./case-owner"
import { CaseShopper } from "./case-shopper"
import { CaseWhy } from "./case-why"
import { ClaimBadge } from "./claim-badge"
import { CopyButton } from "../common/copy-button"
import { DecisionForm } from "./decision-form"
import { Detail, Details } from "../common/details"
import { ErrorNote } from "../common/error-note"
import { LineSuggestions } from "./line-suggestions"
import { Moment } from "../common/moment"
import { MoneyText } from "../common/money"
import { SideDrawer } from "../common/side-drawer"
import { CaseState } from "../common/status"
import { Guarded } from "../common/guarded"

interface DrawerProps {
  id: string
  onClose: () => void
  /** It was decided: on to the next one. */
  onDecided: () => void
}

/** One case: what it is about, what to do, and what was done. */
export function CaseDrawer({ id, onClose, onDecided }: DrawerProps) {
  const { t } = useText()
  const { data, error, refetch } = useResource<AdminCaseResponse>(`/cases/${id}`)
  const item = data?.case
  return (
    <SideDrawer
      isOpen
      isBeside
      onClose={onClose}
      title={item ? t(`reason_title.${item.reason}`) : t("case.title")}
      subtitle={item && <Subtitle item={item} />}
      footer={item && <Footer key={item.id} item={item} onDecided={onDecided} />}
    >
      {error ? (
        <ErrorNote error={error} retry={refetch} />
      ) : item ? (
        <Body item={item} />
      ) : (
        <div className="flex flex-col gap-y-4 p-6">
          <Skeleton className="h-20 w-full" />
          <Skeleton className="h-40 w-full" />
        </div>
      )}
    </SideDrawer>
  )
}

function Subtitle({ item }: { item: AdminCaseDetail }) {
  const { t } = useText()
  return (
    <span className="flex flex-wrap items-center gap-2">
      <CaseState status={item.status} />
      <ClaimBadge item={item} />
      <span>
        {t("case.at_risk")} <MoneyText amount={item.amount_at_risk} currency={item.currency_code} />
      </span>
    </span>
  )
}

function Body({ item }: { item: AdminCaseDetail }) {
  const { t, knows } = useText()
  const suggested = item.available_actions[0]
  return (
    <div className="divide-y">
      <Section>
        <Text size="small">{t(`reason_text.${item.reason}`)}</Text>
        {item.detail && knows(`case_detail.${item.detail}`) && (
          <Text size="small" className="text-ui-fg-subtle mt-2">
            {t(`case_detail.${item.detail}`)}
          </Text>
        )}
        {item.status === "open" && suggested && (
          <div className="bg-ui-bg-subtle mt-3 rounded-lg px-3 py-2">
            <Badge size="2xsmall" color="blue">
              {t("case.what_to_do")}
            </Badge>
            <Text size="small" className="mt-1">
              {t(`reason_todo.${item.reason}`)}
            </Text>
          </div>
        )}
      </Section>
      <Section>
        <CaseComparison item={item} />
      </Section>
      {item.reason === "unknown_reference" && item.status === "open" && item.line_id && (
        <LineSuggestions item={item} lineId={item.line_id} />
      )}
      <Section>
        <CaseLinks item={item} />
      </Section>
      <CaseWhy item={item} />
      <Section title={t("case.notes")}>
        <CaseNotes item={item} />
      </Section>
      <Section title={t("case.history")}>
        <CaseHistory history={item.history} />
      </Section>
    </div>
  )
}

function CaseLinks({ item }: { item: AdminCaseDetail }) {
  const { t } = useText()
  return (
    <Details>
      <Detail name={t("case.opened")}>
        <Moment at={item.opened_at} />
      </Detail>
      {item.order_id && (
        <Detail name={t("voucher.order")}>
          <Link className="text-ui-tag-blue-text hover:underline" to={`/orders/${item.order_id}`}>
            #{item.order_display_id ?? "…"}
          </Link>
        </Detail>
      )}
      {item.shopper && (
        <Detail name={t("case.shopper")}>
          <CaseShopper shopper={item.shopper} />
        </Detail>
      )}
      {item.cip && (
        <Detail name={t("voucher.code")}>
          <span className="inline-flex items-center gap-x-1 font-mono">
            <Link
              className="text-ui-tag-blue-text hover:underline"
              to={`/pagoefectivo/vouchers?status=any&q=${item.cip}`}
            >
              {item.cip}
            </Link>
            <CopyButton value={item.cip} label={t("actions.copy_code")} />
          </span>
        </Detail>
      )}
      {item.line && (
        <Detail name={t("report.title")}>
          <Link
            className="text-ui-tag-blue-text hover:underline"
            to={`/pagoefectivo/settlements?report=${item.line.report_id}`}
          >
            {t("case.report_row", { name: item.line.filename, row: item.line.line_number })}
          </Link>
        </Detail>
      )}
      {item.payout_id && (
        <Detail name={t("payout.title")}>
          <Link className="text-ui-tag-blue-text hover:underline" to={payoutPath(item)}>
            {item.payout_id}
          </Link>
        </Detail>
      )}
      {item.returned_amount !== "0.00" && (
        <Detail name={t("case.returned")}>
          <MoneyText amount={item.returned_amount} currency={item.currency_code} />
        </Detail>
      )}
      {item.claimed_on && (
        <Detail name={t("case.claim")}>
          <ClaimDetail item={item} />
        </Detail>
      )}
      <Detail name={t("case.owner")}>
        <CaseOwner item={item} />
      </Detail>
    </Details>
  )
}

/** The payout's page, or the list where it can't be told which one it is. */
function payoutPath({ payout_page_id }: AdminCaseDetail): string {
  return ["/pagoefectivo/payouts", payout_page_id].filter(Boolean).join("/")
}

function Section({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="px-6 py-4">
      {title && (
        <Text size="small" weight="plus" className="mb-3" as="p">
          {title}
        </Text>
      )}
      {children}
    </section>
  )
}

function Footer({ item, onDecided }: { item: AdminCaseDetail; onDecided: () => void }) {
  const { t } = useText()
  const { resolve, reopen } = useCaseActions(item)
  const [action, setAction] = useState<CaseAction | null>(null)
  const navigate = useNavigate()
  if (item.status !== "open") {
    return (
      <Guarded right="case:update">
        <Button
          size="small"
          variant="secondary"
          isLoading={reopen.isPending}
          onClick={() => reopen.mutate()}
        >
          {t("actions.undo_reopen")}
        </Button>
      </Guarded>
    )
  }
  const decide = (decision: CaseDecisionInput) =>
    resolve.mutate(decision, {
      onSuccess: () => {
        setAction(null)
        if (!leavesOpen(decision.action)) onDecided()
      },
    })
  if (action) {
    return (
      <div className="w-full">
        <DecisionForm
          key={action}
          action={action}
          atRisk={atRiskOf(item)}
          isBusy={resolve.isPending}
          onDecide={decide}
          onCancel={() => setAction(null)}
        />
      </div>
    )
  }
  const choose = (chosen: CaseAction) => {
    if (chosen === "check_gateway") decide({ action: chosen })
    else if (chosen === "enter_bank_deposit") navigate(payoutPath(item))
    else setAction(chosen)
  }
  return <Choices item={item} choose={choose} isBusy={resolve.isPending} />
}

/** Undefined where nothing of it is left. */
function atRiskOf({ amount_at_risk: amount, currency_code: currency }: AdminCaseDetail) {
  return amount === "0.00" ? undefined : { amount, currency }
}

interface ChoicesProps {
  item: AdminCaseDetail
  choose: (action: CaseAction) => void
  isBusy: boolean
}

/** The likeliest action as a button, the others a click away. */
function Choices({ item, choose, isBusy }: ChoicesProps) {
  const { t } = useText()
  const [first, ...others] = item.available_actions.filter((one) => one !== "reopen")
  if (!first) return null
  return (
    <>
      {others.length > 0 && (
        <DropdownMenu>
          <DropdownMenu.Trigger asChild>
            <Button size="small" variant="secondary" disabled={isBusy}>
              {t("case.other_actions")}
              <TriangleDownMini />
            </Button>
          </DropdownMenu.Trigger>
          <DropdownMenu.Content align="end">
            {others.map((action) => (
              <Guarded key={action} right="case:update">
                <DropdownMenu.Item onSelect={() => choose(action)}>
                  {t(`case_action.${action}`)}
                </DropdownMenu.Item>
              </Guarded>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu>
      )}
      <Guarded right="case:update">
        <Button size="small" isLoading={isBusy} onClick={() => choose(first)}>
          {t(`case_action.${first}`)}
        </Button>
      </Guarded>
    </>
  )
}
