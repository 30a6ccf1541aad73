import type { AdminFeeTier, AdminRateCard } from "../../http-types"
import { displayMoney } from "../../peru/money-text"
import { twoDigits } from "../lib/rate-card"
import { useText } from "./use-text"

/** A contract's fees in one line. */
export function useRateCardText() {
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
