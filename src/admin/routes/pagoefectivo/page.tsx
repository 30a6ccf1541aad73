import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CheckCircleSolid, Cash, ExclamationCircleSolid } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import { ChartCard } from "../../components/common/chart-card"
import { ErrorNote } from "../../components/common/error-note"
import { Figure } from "../../components/common/figure"
import { ChoiceFilter } from "../../components/common/filter-bar"
import { Moment } from "../../components/common/moment"
import { MoneyText } from "../../components/common/money"
import { MissingDeposits } from "../../components/payouts/missing-deposits"
import { MoneySums } from "../../components/common/money-sums"
import { Card, Page, PageCard } from "../../components/common/page"
import { ReportTroubles } from "../../components/settlement/report-troubles"
import { UnfinishedSetup } from "../../components/setup/unfinished-setup"
import { useAddressFilters } from "../../hooks/use-address-filters"
import { useFormat } from "../../hooks/use-format"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import { ageBars } from "../../lib/ageing"
import type { AdminSummary, AdminSummaryResponse, MoneySum } from "../../../http-types"
import { addDays, limaDayOf, startOfLimaDay } from "../../lib/dates"
import { daySeries, mainCurrency } from "../../lib/day-series"
import { currencySymbol, forDrawing, displayMoney } from "../../lib/money"
import { PERIOD_DAYS, since } from "../../lib/since"

const DEFAULT_DAYS = "30"
const LOOK_EVERY_MS = 60_000
/** A report says some days ahead what will be credited: that money is settled already. */
const DAYS_AHEAD = 7

/** Is all the money here, and what is missing? */
const SummaryPage = () => {
  const { t } = useText()
  const filters = useAddressFilters()
  const days = filters.values.days ?? DEFAULT_DAYS
  const { data, error, refetch } = useResource<AdminSummaryResponse>(
    "/summary",
    {
      from: since(days, new Date())?.$gte,
      to: startOfLimaDay(addDays(limaDayOf(new Date()), 1 + DAYS_AHEAD)),
    },
    { refetchInterval: LOOK_EVERY_MS, keepsPrevious: true },
  )
  const summary = data?.summary
  return (
    <Page>
      <UnfinishedSetup />
      <PageCard
        title="PagoEfectivo"
        description={t("summary.description")}
        actions={
          <ChoiceFilter
            filters={filters}
            name="days"
            label={t("summary.period")}
            otherwise={DEFAULT_DAYS}
            isRequired
            options={PERIOD_DAYS.map((value) => ({
              value,
              label: t("list.days", { days: value }),
            }))}
          />
        }
      >
        {error ? <ErrorNote error={error} retry={refetch} /> : <Verdict summary={summary} />}
        <MissingDeposits sums={summary?.not_banked ?? []} />
        {summary && <ReportTroubles {...summary.reports} />}
      </PageCard>
      {!error && <Figures summary={summary} />}
      {summary && <Charts summary={summary} />}
      {summary && summary.open_cases.count > 0 && <ByReason summary={summary} />}
    </Page>
  )
}

/** The five-second answer. */
function Verdict({ summary }: { summary: AdminSummary | undefined }) {
  const { t } = useText()
  if (!summary) return <div className="h-16" aria-busy />
  const { count } = summary.open_cases
  const Icon = count === 0 ? CheckCircleSolid : ExclamationCircleSolid
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2 px-6 py-4">
      <Icon
        aria-hidden
        className={count === 0 ? "text-ui-tag-green-icon" : "text-ui-tag-orange-icon"}
      />
      <div className="min-w-52 flex-1">
        <Text weight="plus" leading="compact">
          {count === 0 ? t("summary.whole") : t("summary.not_whole", { total: count })}
        </Text>
        <Text size="small" className="text-ui-fg-subtle" as="div">
          {count === 0 ? (
            t("summary.whole_text")
          ) : (
            <>
              {t("summary.at_risk_text")} <MoneySums sums={summary.at_risk} />
            </>
          )}
        </Text>
      </div>
      {count > 0 && (
        <Button size="small" variant="secondary" className="max-sm:ml-7" asChild>
          <Link to="/pagoefectivo/cases">{t("summary.see_cases")}</Link>
        </Button>
      )}
    </div>
  )
}

function Figures({ summary }: { summary: AdminSummary | undefined }) {
  const { t } = useText()
  const sums = (found: MoneySum[] | undefined) => found && <MoneySums sums={found} />
  const codes = (found: MoneySum[] | undefined) =>
    found && t("summary.codes", { total: totalOf(found) })
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-4">
      <Figure
        label={t("summary.waiting")}
        value={sums(summary?.waiting)}
        remark={codes(summary?.waiting)}
        to="/pagoefectivo/vouchers?status=waiting"
      />
      <Figure
        label={t("summary.paid_not_settled")}
        value={sums(summary?.paid_not_settled)}
        remark={codes(summary?.paid_not_settled)}
        to="/pagoefectivo/vouchers?settled=false"
      />
      <Figure
        label={t("summary.settled")}
        value={sums(summary?.period.settled)}
        remark={summary && t("summary.lines", { total: totalOf(summary.period.settled) })}
        to="/pagoefectivo/settlements"
      />
      <Figure
        label={t("summary.at_risk")}
        value={sums(summary?.at_risk)}
        remark={summary && t("summary.open_cases", { total: summary.open_cases.count })}
        to="/pagoefectivo/cases"
      />
      <Figure
        label={t("summary.to_transfer")}
        value={sums(summary?.to_transfer)}
        remark={summary && t("summary.refunds", { total: totalOf(summary.to_transfer) })}
        to="/pagoefectivo/refunds"
      />
      <Figure
        label={t("summary.match_rate")}
        value={summary && matchRate(summary)}
        remark={summary && t("summary.lines", { total: summary.matching.lines })}
        to="/pagoefectivo/settlements"
      />
      <Figure
        label={t("summary.oldest")}
        value={summary && <Moment at={summary.open_cases.oldest_opened_at} as="relative" />}
        to="/pagoefectivo/cases?order=opened_at"
      />
      <Figure
        label={t("summary.last_notice")}
        value={summary && <Moment at={summary.last_notice_at} as="relative" />}
        remark={
          summary?.next_run_at && (
            <>
              {t("summary.next_run")} <Moment at={summary.next_run_at} as="relative" />
            </>
          )
        }
        to="/pagoefectivo/notices"
      />
    </div>
  )
}

function totalOf(sums: MoneySum[]): number {
  return sums.reduce((total, { count }) => total + count, 0)
}

/** Rounded down: "100 %" is only said when every line was matched. */
function matchRate({ matching }: AdminSummary): string {
  if (matching.lines === 0) return "—"
  return `${Math.floor((matching.matched * 1000) / matching.lines) / 10} %`
}

function Charts({ summary }: AdminSummaryResponse) {
  const { t } = useText()
  const { shortDay } = useFormat()
  const { days, ageing } = summary
  const currency = mainCurrency(days)
  const unit = currencySymbol(currency)
  const bars = useMemo(
    () => daySeries(days, currency, limaDayOf(new Date(summary.from)), lastDay(days)),
    [days, currency, summary.from],
  )
  const paidAndSettled = useMemo(
    () => ({
      categories: bars.map((bar) => shortDay(bar.day)),
      series: (["paid", "settled"] as const).map((name) => ({
        name: t(`summary.series_${name}`),
        color: name === "paid" ? ("first" as const) : ("second" as const),
        values: bars.map((bar) => forDrawing(bar[name])),
        texts: bars.map((bar) => displayMoney(bar[name], currency)),
      })),
    }),
    [bars, currency, shortDay, t],
  )
  const ages = useMemo(() => {
    const found = ageBars(ageing, currency)
    return {
      categories: found.map(({ age }) => t(`age.${age}`)),
      series: [
        {
          name: t("summary.at_risk"),
          color: "warm" as const,
          values: found.map(({ amount }) => forDrawing(amount)),
          texts: found.map(({ amount }) => displayMoney(amount, currency)),
        },
      ],
    }
  }, [ageing, currency, t])
  return (
    <div className="grid grid-cols-1 gap-3 xl:grid-cols-[2fr_1fr]">
      <ChartCard
        title={t("summary.chart_days")}
        description={t("summary.chart_days_text")}
        unit={unit}
        {...paidAndSettled}
      />
      <ChartCard
        title={t("summary.chart_ages")}
        description={t("summary.chart_ages_text")}
        unit={unit}
        {...ages}
      />
    </div>
  )
}

/** Today, or the last day for which a report promises money. */
function lastDay(days: AdminSummary["days"]): string {
  return [limaDayOf(new Date()), ...days.map(({ day }) => day)].sort().at(-1) ?? ""
}

function ByReason({ summary }: AdminSummaryResponse) {
  const { t } = useText()
  return (
    <Card title={t("summary.by_reason")}>
      <ul className="divide-y">
        {summary.open_cases.by_reason.map(({ reason, currency_code, count, amount }) => (
          <li key={`${reason}-${currency_code}`}>
            <Link
              to={`/pagoefectivo/cases?reason=${reason}`}
              className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex items-center justify-between gap-x-3 px-6 py-3 outline-none"
            >
              <Text size="small">
                {t(`reason_title.${reason}`)}{" "}
                <span className="text-ui-fg-subtle tabular-nums">× {count}</span>
              </Text>
              <Text size="small" as="div">
                <MoneyText amount={amount} currency={currency_code} />
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export const handle = { breadcrumb: () => "PagoEfectivo" }

export const config = defineRouteConfig({
  label: "menu.root",
  icon: Cash,
  translationNs: "pagoefectivo",
})

export default SummaryPage
