import { Text } from "@medusajs/ui"
import { providerName } from "../../hooks/use-providers"
import { useRateCardText } from "../../hooks/use-rate-card-text"
import { useText } from "../../hooks/use-text"
import type { AdminFeeTotalsResponse } from "../../../http-types"

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
