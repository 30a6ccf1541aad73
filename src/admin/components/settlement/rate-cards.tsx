import { Text } from "@medusajs/ui"
import { providerName } from "../../hooks/use-providers"
import { useText } from "../../hooks/use-text"
import type { AdminFeeTier, AdminFeeTotalsResponse, AdminRateCard } from "../../../http-types"
import { displayMoney } from "../../../peru/money-text"

/** The contracts' fees in a line each, so that the sums above can be checked by hand. */
export function RateCards({
  answer: { rate_card, provider_rate_cards },
}: {
  answer: AdminFeeTotalsResponse
}) {
  const { t } = useText()
  const textOf = useRateCardText()
  const own = Object.entries(provider_rate_cards)
  const lines = own.map(([id, card]) =>
    card
      ? t("fees.provider_card", { name: providerName(id), card: textOf(card) })
      : t("fees.not_judged", { name: providerName(id) }),
  )
  return (
    <div className="px-6 py-4">
      {[
        rate_card && t("fees.card", { card: textOf(rate_card) }),
        ...lines,
        t("fees.remark"),
        t("fees.igv_computed"),
      ].map(
        (line) =>
          line && (
            <Text key={line} size="xsmall" className="text-ui-fg-subtle">
              {line}
            </Text>
          ),
      )}
    </div>
  )
}

function useRateCardText() {
  const { t } = useText()
  return ({ tiers, currency, igvPercent }: AdminRateCard): string => {
    const money = (amount: string) => displayMoney(twoDigits(amount), currency)
    const feeOf = ({ fixed, percent }: AdminFeeTier) =>
      [fixed && money(fixed), percent && `${percent} %`].filter(Boolean).join(" + ")
    const texts = tiers.map((tier) =>
      tier.upTo
        ? t("fees.tier", { upTo: money(tier.upTo), fee: feeOf(tier) })
        : t(tiers.length === 1 ? "fees.only_tier" : "fees.last_tier", { fee: feeOf(tier) }),
    )
    return t("fees.tiers", { tiers: texts.join(" · "), igv: igvPercent })
  }
}

/** Options may write `20` or `1.5`. */
function twoDigits(amount: string): string {
  const [whole = "0", cents = ""] = amount.split(".")
  return `${whole}.${cents.padEnd(2, "0")}`
}
