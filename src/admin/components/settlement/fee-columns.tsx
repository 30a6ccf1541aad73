import { Text } from "@medusajs/ui"
import type { AdminFeeTotals } from "../../../http-types"
import { useFormat } from "../../hooks/use-format"
import { useText } from "../../hooks/use-text"
import { displayMoney } from "../../../peru/money-text"
import { toCentimos } from "../../lib/money"
import type { Column } from "../common/data-list"
import { MoneyText } from "../common/money"

interface PartsProps {
  amount: string
  base: string
  igv: string
  currency: string
}

/** A fee with IGV, and beneath it what it is made of. */
function WithParts({ amount, base, igv, currency }: PartsProps) {
  const { t } = useText()
  return (
    <>
      <MoneyText amount={amount} currency={currency} />
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("fees.parts", { base: displayMoney(base, currency), igv: displayMoney(igv, currency) })}
      </Text>
    </>
  )
}

function isZero(amount: string): boolean {
  return toCentimos(amount) === 0n
}

export function useFeeColumns(): Column<AdminFeeTotals>[] {
  const { t } = useText()
  const money = (pick: (row: AdminFeeTotals) => string, color?: string) =>
    function Amount(row: AdminFeeTotals) {
      const amount = pick(row)
      if (color && isZero(amount)) return <span className="text-ui-fg-subtle">—</span>
      return <MoneyText amount={amount} currency={row.currency_code} className={color} />
    }
  return [
    {
      id: "period",
      header: t("fees.period"),
      cell: (row) => <Period row={row} />,
    },
    {
      id: "expected",
      header: t("fees.expected"),
      align: "end",
      from: "medium",
      cell: (row) => <Expected row={row} />,
    },
    {
      id: "charged",
      header: t("fees.charged"),
      align: "end",
      cell: (row) => <Charged row={row} />,
    },
    {
      id: "overcharged",
      header: t("fees.overcharged"),
      align: "end",
      cell: money((row) => row.overcharged, "text-ui-tag-red-text"),
    },
    {
      id: "undercharged",
      header: t("fees.undercharged"),
      align: "end",
      from: "medium",
      cell: money((row) => row.undercharged, "text-ui-fg-subtle"),
    },
    {
      id: "held",
      header: t("fees.held_column"),
      align: "end",
      from: "wide",
      cell: (row) => <Held row={row} />,
    },
  ]
}

interface RowProps {
  row: AdminFeeTotals
}

function Period({ row }: RowProps) {
  const { t } = useText()
  const { day, month } = useFormat()
  return (
    <>
      <span className="text-ui-fg-base">
        {row.period.length === 7 ? month(row.period) : day(row.period)}
      </span>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("fees.payments", { count: row.lines_count })}
      </Text>
      {row.held_lines_count > 0 && (
        <Text size="xsmall" className="text-ui-fg-subtle xl:hidden">
          {t("fees.held_column")}: {displayMoney(row.held, row.currency_code)}
        </Text>
      )}
    </>
  )
}

/** A currency without a rate card has nothing that was agreed. */
function Expected({ row }: RowProps) {
  const { expected, expected_base, expected_igv, currency_code } = row
  if (isZero(expected)) return <span className="text-ui-fg-subtle">—</span>
  return (
    <WithParts amount={expected} base={expected_base} igv={expected_igv} currency={currency_code} />
  )
}

function Charged({ row }: RowProps) {
  const { t } = useText()
  const { charged, charged_base, charged_igv, unjudged, currency_code } = row
  return (
    <>
      <WithParts amount={charged} base={charged_base} igv={charged_igv} currency={currency_code} />
      {!isZero(unjudged) && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("fees.unjudged", { amount: displayMoney(unjudged, currency_code) })}
        </Text>
      )}
    </>
  )
}

/** What is charged when it is settled. */
function Held({ row }: RowProps) {
  const { t } = useText()
  const { held, held_base, held_igv, held_lines_count, currency_code } = row
  if (held_lines_count === 0) return <span className="text-ui-fg-subtle">—</span>
  return (
    <>
      <WithParts amount={held} base={held_base} igv={held_igv} currency={currency_code} />
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("fees.payments", { count: held_lines_count })}
      </Text>
    </>
  )
}
