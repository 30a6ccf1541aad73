import { BuildingTax } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminPayoutListResponse } from "../../../http-types"
import { missingDeposits } from "../../lib/missing-deposits"
import { MoneySums } from "../common/money-sums"

/** The latest; an older payout without its deposit is in the list of payouts. */
const LOOKED_AT = 100

/** Money that was settled, and of which nobody has said yet that the bank received it. */
export function MissingDeposits() {
  const { t } = useText()
  const { data } = useResource<AdminPayoutListResponse>("/payouts", { limit: LOOKED_AT })
  const sums = missingDeposits(data?.payouts ?? [], new Date())
  if (sums.length === 0) return null
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2 px-6 py-4">
      <BuildingTax aria-hidden className="text-ui-fg-subtle" />
      <div className="min-w-52 flex-1">
        <Text leading="compact">
          {t("summary.unbanked", { total: sums.reduce((total, { count }) => total + count, 0) })}
        </Text>
        <Text size="small" className="text-ui-fg-subtle" as="div">
          {t("summary.unbanked_text")} <MoneySums sums={sums} />
        </Text>
      </div>
      <Button size="small" variant="secondary" className="max-sm:ml-7" asChild>
        <Link to="/pagoefectivo/settlements#payouts">{t("summary.enter_deposits")}</Link>
      </Button>
    </div>
  )
}
