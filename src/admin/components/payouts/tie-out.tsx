import { CheckMini, XMarkMini } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { AdminPayout } from "../../../http-types"
import { useFormat } from "../../hooks/use-format"
import { useText } from "../../hooks/use-text"
import { payoutDifference } from "../../lib/payout-difference"
import { displayMoney } from "../../../peru/money-text"

/** Whether a payout adds up, and by how much it does not. */
export function TieOut({ payout }: { payout: AdminPayout }) {
  const { t } = useText()
  const { day } = useFormat()
  if (payout.unmatched) {
    return (
      <>
        <span className="text-ui-tag-orange-text">{t("payout.unmatched")}</span>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("payout.case_after", { day: day(payout.unmatched.case_after) })}
        </Text>
      </>
    )
  }
  if (payout.state === "whole") {
    return (
      <span className="text-ui-tag-green-text inline-flex items-center gap-x-1">
        <CheckMini aria-hidden /> {t("payout.whole")}
      </span>
    )
  }
  const difference = payoutDifference(payout)
  return difference === null ? (
    <span className="text-ui-fg-subtle">{t("payout.unknown")}</span>
  ) : (
    <span className="text-ui-tag-red-text inline-flex items-center gap-x-1 whitespace-nowrap">
      <XMarkMini aria-hidden /> {displayMoney(difference, payout.currency_code)}
    </span>
  )
}
