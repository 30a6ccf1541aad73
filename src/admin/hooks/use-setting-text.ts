import type { AdminDatedRateCard, AdminRateCard, AdminSetting } from "../../http-types"
import { displayMoney } from "../../peru/money-text"
import { twoDigits } from "../lib/rate-card"
import { useFormat } from "./use-format"
import { providerName } from "./use-providers"
import { useRateCardText } from "./use-rate-card-text"
import { useText, type Translate } from "./use-text"

export const RATE_CARD = "settlement.fees"
const TEXTS = "voucher.content.wording"

/** A setting's name in words, with its provider's where each has one. */
export function useSettingName() {
  const { t } = useText()
  return ({ name, provider_id }: Pick<AdminSetting, "name" | "provider_id">): string => {
    const words = t(`settings.name.${name.replaceAll(".", "_")}`)
    return provider_id
      ? t("settings.by_provider", { name: words, provider: providerName(provider_id) })
      : words
  }
}

/** A setting's value in words, a line each. */
export function useSettingText() {
  const { t } = useText()
  const { day } = useFormat()
  const cardText = useRateCardText()
  return (
    setting: Pick<AdminSetting, "name" | "unit" | "is_secret" | "is_set">,
    value: unknown,
  ): string[] => {
    if (setting.is_secret) return [t(setting.is_set ? "settings.set" : "settings.not_set")]
    if (setting.name === RATE_CARD && Array.isArray(value) && value.length > 0) {
      return (value as AdminDatedRateCard[]).map(({ valid_from, card }) =>
        valid_from
          ? t("settings.card_from", { day: day(valid_from), card: cardText(card) })
          : cardText(card),
      )
    }
    if (setting.name === RATE_CARD && isCard(value)) return [cardText(value)]
    if (setting.name === TEXTS) return [t("settings.texts", { count: textsIn(value) })]
    return [plainText(t, setting.unit, value)]
  }
}

function isCard(value: unknown): value is AdminRateCard {
  return typeof value === "object" && value !== null && "tiers" in value
}

function textsIn(wording: unknown): number {
  return Object.values((wording ?? {}) as Record<string, object | undefined>).reduce(
    (count, texts) => count + Object.keys(texts ?? {}).length,
    0,
  )
}

function plainText(t: Translate, unit: AdminSetting["unit"], value: unknown): string {
  if (typeof value === "boolean") return t(value ? "settings.yes" : "settings.no")
  if (typeof value === "number") {
    return unit === null || unit === "money"
      ? String(value)
      : t(`settings.unit.${unit}`, { count: value })
  }
  if (typeof value === "string")
    return unit === "money" ? displayMoney(twoDigits(value), "pen") : value
  const parts = Array.isArray(value) ? value.map(partText) : Object.keys(value ?? {})
  return parts.length > 0 ? parts.join(", ") : t("settings.none")
}

/** Of a list's entry, what tells it from the others. */
function partText(part: unknown): string {
  if (typeof part !== "object" || part === null) return String(part)
  const { name, id, day, rate } = part as Record<string, unknown>
  return String(name ?? id ?? (day ? `${String(day)}: ${String(rate)}` : ""))
}
