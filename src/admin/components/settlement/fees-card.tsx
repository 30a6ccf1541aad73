import { CreditCard } from "@medusajs/icons"
import { Button, Select, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminFeeTotals, AdminFeeTotalsResponse } from "../../../http-types"
import { limaDayOf } from "../../lib/dates"
import { feePeriod, type FeeGrouping } from "../../lib/fee-period"
import { overcharges } from "../../lib/overcharges"
import { DataList } from "../common/data-list"
import { EmptyState } from "../common/empty-state"
import { ErrorNote } from "../common/error-note"
import { ExportMenu } from "../common/export-menu"
import { MoneySums } from "../common/money-sums"
import { Card } from "../common/page"
import { useFeeColumns } from "./fee-columns"
import { RateCards } from "./rate-cards"

const GROUPINGS: FeeGrouping[] = ["month", "day"]

/**
 * What was charged against what the contract says. Adds up every line of the period, so it waits to be
 * asked: with a million lines that takes a second.
 */
export function FeesCard() {
  const { t } = useText()
  const [by, setBy] = useState<FeeGrouping>("month")
  const [isAsked, setAsked] = useState(false)
  const period = feePeriod(by, limaDayOf(new Date()))
  const { data, error, refetch } = useResource<AdminFeeTotalsResponse>("/fee-totals", period, {
    enabled: isAsked,
    keepsPrevious: true,
  })
  return (
    <div id="fees">
      <Card
        title={t("fees.title")}
        aside={
          <div className="flex flex-wrap items-center gap-2">
            <GroupingChoice by={by} onBy={setBy} />
            <ExportMenu right="settlement:export" path="/fee-totals" query={period} />
          </div>
        }
      >
        {error ? (
          <ErrorNote error={error} retry={refetch} />
        ) : isAsked ? (
          <Body answer={data} />
        ) : (
          <Question onAsk={() => setAsked(true)} />
        )}
      </Card>
    </div>
  )
}

function Question({ onAsk }: { onAsk: () => void }) {
  const { t } = useText()
  return (
    <EmptyState
      icon={CreditCard}
      title={t("fees.question")}
      action={
        <Button size="small" variant="secondary" className="mt-2" onClick={onAsk}>
          {t("fees.ask")}
        </Button>
      }
    >
      {t("fees.question_text")}
    </EmptyState>
  )
}

function GroupingChoice({ by, onBy }: { by: FeeGrouping; onBy: (by: FeeGrouping) => void }) {
  const { t } = useText()
  return (
    <Select size="small" value={by} onValueChange={(value) => onBy(value as FeeGrouping)}>
      <Select.Trigger aria-label={t("fees.period")} className="w-auto gap-x-2">
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {GROUPINGS.map((grouping) => (
          <Select.Item key={grouping} value={grouping}>
            {t(`fees.by_${grouping}`)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}

function Body({ answer }: { answer: AdminFeeTotalsResponse | undefined }) {
  const { t } = useText()
  const columns = useFeeColumns()
  if (answer?.fee_totals.length === 0) {
    return (
      <EmptyState icon={CreditCard} title={t("fees.none")}>
        {t("fees.none_text")}
      </EmptyState>
    )
  }
  return (
    <>
      {answer && (answer.rate_card ? <Verdict totals={answer.fee_totals} /> : <NoCard />)}
      <DataList
        label={t("fees.title")}
        columns={columns}
        rows={answer && [...answer.fee_totals].reverse()}
        idOf={({ period, currency_code }) => `${period}:${currency_code}`}
      />
      {answer && <RateCards answer={answer} />}
    </>
  )
}

/** What was charged stands there all the same. */
function NoCard() {
  const { t } = useText()
  return (
    <div className="px-6 py-3">
      <Text size="small" weight="plus">
        {t("fees.no_card")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t("fees.no_card_text")}
      </Text>
    </div>
  )
}

function Verdict({ totals }: { totals: AdminFeeTotals[] }) {
  const { t } = useText()
  const sums = overcharges(totals)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-6 py-3">
      {sums.length === 0 ? (
        <Text size="small" className="text-ui-tag-green-text">
          {t("fees.as_agreed")}
        </Text>
      ) : (
        <>
          <Text size="small" className="text-ui-tag-red-text" as="div">
            {t("fees.overcharged_total")} <MoneySums sums={sums} />
          </Text>
          <Link
            to="/pagoefectivo/cases?reason=fee_mismatch"
            className="txt-small-plus text-ui-tag-blue-text hover:underline"
          >
            {t("fees.see_cases")}
          </Link>
        </>
      )}
    </div>
  )
}
