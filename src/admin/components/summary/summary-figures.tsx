import { Figure } from "../common/figure"
import { Moment } from "../common/moment"
import { MoneySums } from "../common/money-sums"
import { useText } from "../../hooks/use-text"
import type { AdminSummary, MoneySum } from "../../../http-types"

/** What waits, what is owed, what came, and what is missing. */
export function SummaryFigures({ summary }: { summary: AdminSummary | undefined }) {
  const { t } = useText()
  const sums = (found: MoneySum[] | undefined) => found && <MoneySums sums={found} />
  const codes = (found: MoneySum[] | undefined) =>
    found && t("summary.codes", { count: totalOf(found) })
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-4">
      <Figure
        label={t("summary.waiting")}
        value={sums(summary?.waiting)}
        remark={codes(summary?.waiting)}
        to="/pagoefectivo/vouchers?status=waiting"
      />
      <OwedAndSettled summary={summary} />
      <Figure
        label={t("summary.at_risk")}
        value={sums(summary?.at_risk)}
        remark={summary && t("summary.open_cases", { count: summary.open_cases.count })}
        to="/pagoefectivo/cases"
      />
      <Figure
        label={t("summary.to_transfer")}
        value={sums(summary?.to_transfer)}
        remark={summary && t("summary.refunds", { count: totalOf(summary.to_transfer) })}
        to="/pagoefectivo/refunds"
      />
      <Figure
        label={t("summary.match_rate")}
        value={summary && matchRate(summary)}
        remark={summary && t("summary.lines", { count: summary.matching.lines })}
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

/** What counts, and beside it what does not count yet. */
function OwedAndSettled({ summary }: { summary: AdminSummary | undefined }) {
  const { t } = useText()
  return (
    <>
      <Figure
        label={t("summary.paid_not_settled")}
        value={summary && <MoneySums sums={summary.paid_not_settled} />}
        remark={
          summary && (
            <>
              {t("summary.codes", { count: totalOf(summary.paid_not_settled) })}
              <Beside label={t("summary.held")} sums={summary.held} />
            </>
          )
        }
        to="/pagoefectivo/vouchers?settled=false"
      />
      <Figure
        label={t("summary.settled")}
        value={summary && <MoneySums sums={summary.period.settled} />}
        remark={
          summary && (
            <>
              {t("summary.lines", { count: totalOf(summary.period.settled) })}
              <Beside label={t("summary.announced")} sums={summary.announced} />
            </>
          )
        }
        to="/pagoefectivo/settlements"
      />
    </>
  )
}

/** What a figure does not count, where there is any. */
function Beside({ label, sums }: { label: string; sums: MoneySum[] }) {
  if (sums.length === 0) return null
  return (
    <span className="block">
      {label} <MoneySums sums={sums} />
    </span>
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
