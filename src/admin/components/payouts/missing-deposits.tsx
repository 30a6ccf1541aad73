import { BuildingTax } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../../hooks/use-text"
import type { MoneySum } from "../../../http-types"
import { MoneySums } from "../common/money-sums"

/** Money that was settled, and of which nobody has said yet that the bank received it. */
export function MissingDeposits({ sums }: { sums: MoneySum[] }) {
  const { t } = useText()
  if (sums.length === 0) return null
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2 px-6 py-4">
      <BuildingTax aria-hidden className="text-ui-fg-subtle" />
      <div className="min-w-52 flex-1">
        <Text leading="compact">
          {t("summary.unbanked", { count: sums.reduce((total, { count }) => total + count, 0) })}
        </Text>
        <Text size="small" className="text-ui-fg-subtle" as="div">
          {t("summary.unbanked_text")} <MoneySums sums={sums} />
        </Text>
      </div>
      <Button size="small" variant="secondary" className="max-sm:ml-7" asChild>
        <Link to="/pagoefectivo/payouts?state=unconfirmed">{t("summary.enter_deposits")}</Link>
      </Button>
    </div>
  )
}
