import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Cash } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import { ChartCard } from "../../components/common/chart-card"
import { ErrorNote } from "../../components/common/error-note"
import { ChoiceFilter } from "../../components/common/filter-bar"
import { MoneyText } from "../../components/common/money"
import { MissingDeposits } from "../../components/payouts/missing-deposits"
import { Card, Page, PageCard } from "../../components/common/page"
import { SummaryFigures } from "../../components/summary/summary-figures"
import { VerdictCard } from "../../components/summary/verdict-card"
import { UnfinishedSetup } from "../../components/setup/unfinished-setup"
import { useAddressFilters } from "../../hooks/use-address-filters"
import { useFormat } from "../../hooks/use-format"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import { useVerdict } from "../../hooks/use-verdict"
import { ageBars } from "../../lib/ageing"
import type { AdminSummary, AdminSummaryResponse } from "../../../http-types"
import { addDays, limaDayOf, startOfLimaDay } from "../../lib/dates"
import { daySeries, mainCurrency, type DayBar } from "../../lib/day-series"
import { currencySymbol, displayMoney } from "../../../peru/money-text"
import { forDrawing, toCentimos } from "../../lib/money"
import { PERIOD_DAYS, since } from "../../lib/since"

const DEFAULT_DAYS = "30"
const LOOK_EVERY_MS = 60_000
/** A report may say some days ahead what will be credited. */
const DAYS_AHEAD = 7

const SERIES_COLORS = { paid: "first", settled: "second", announced: "warm" } as const

/** Is all the money here, and what is missing? */
const SummaryPage = () => {
  const { t } = useText()
  const filters = useAddressFilters()
  const days = filters.values.days ?? DEFAULT_DAYS
  const asked = useResource<AdminSummaryResponse>(
    "/summary",
    {
      from: since(days, new Date())?.$gte,
      to: startOfLimaDay(addDays(limaDayOf(new Date()), 1 + DAYS_AHEAD)),
    },
    { refetchInterval: LOOK_EVERY_MS, keepsPrevious: true },
  )
  const { error, refetch } = asked
  const verdict = useVerdict(asked, LOOK_EVERY_MS)
  const summary = asked.data?.summary
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
        <VerdictCard {...verdict} />
        {error && <ErrorNote error={error} retry={refetch} />}
        <MissingDeposits sums={summary?.not_banked ?? []} />
      </PageCard>
      {!error && <SummaryFigures summary={summary} />}
      {summary && <Charts summary={summary} />}
      {summary && summary.open_cases.count > 0 && <ByReason summary={summary} />}
    </Page>
  )
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
      series: seriesOf(bars).map((name) => ({
        name: t(`summary.series_${name}`),
        color: SERIES_COLORS[name],
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

function seriesOf(bars: DayBar[]): (keyof typeof SERIES_COLORS)[] {
  const isAnnounced = bars.some(({ announced }) => toCentimos(announced) !== 0n)
  return isAnnounced ? ["paid", "settled", "announced"] : ["paid", "settled"]
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
