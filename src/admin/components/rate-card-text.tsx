import { Text } from "@medusajs/ui"
import { useText } from "../hooks/use-text"
import type { FeeTier, RateCard } from "../lib/api-types"
import { formatMoney } from "../lib/money"

/** The contract's fees in one line, so that the sums above can be checked by hand. */
export function RateCardText({ card }: { card: RateCard }) {
  const { t } = useText()
  const money = (amount: string) => formatMoney(twoDigits(amount), card.currency)
  const feeOf = ({ fixed, percent }: FeeTier) =>
    [fixed && money(fixed), percent && `${percent} %`].filter(Boolean).join(" + ")
  const tiers = card.tiers.map((tier) =>
    tier.upTo
      ? t("fees.tier", { upTo: money(tier.upTo), fee: feeOf(tier) })
      : t(card.tiers.length === 1 ? "fees.only_tier" : "fees.last_tier", { fee: feeOf(tier) }),
  )
  return (
    <Text size="xsmall" className="text-ui-fg-subtle px-6 py-4">
      {t("fees.card", { tiers: tiers.join(" · "), igv: card.igvPercent })}
    </Text>
  )
}

/** Options may write `20` or `1.5`. */
function twoDigits(amount: string): string {
  const [whole = "0", cents = ""] = amount.split(".")
  return `${whole}.${cents.padEnd(2, "0")}`
}
