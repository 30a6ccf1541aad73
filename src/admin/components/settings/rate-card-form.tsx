import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../hooks/use-text"
import type { AdminDatedRateCard, AdminFeeTier, AdminRateCard } from "../../../http-types"
import { limaDayOf } from "../../lib/dates"
import { displayMoney } from "../../../peru/money-text"
import { feeBy, isComplete, tidyTier } from "../../lib/rate-card"
import { TextField } from "../common/text-field"
import type { SettingFormProps } from "./setting-form-props"
import { CardsByDate } from "./cards-by-date"
import { SettingDrawer } from "./setting-drawer"
import { TierFields } from "./tier-fields"

/** A payment that most shops know. */
const EXAMPLE = "69.90"
const EMPTY: AdminRateCard = {
  tiers: [{ percent: "" }],
  igvPercent: "18",
  tolerance: "0.00",
  currency: "PEN",
}

/** A contract's fees and the day from which they are for; begins with the latest card. */
export function RateCardForm({ setting, onClose }: SettingFormProps) {
  const { t } = useText()
  const cards = (setting.value ?? []) as AdminDatedRateCard[]
  const [card, setCard] = useState(cards.at(-1)?.card ?? EMPTY)
  const [day, setDay] = useState(() => limaDayOf(new Date()))
  const tiers = card.tiers.map(tidyTier)
  const typed: AdminRateCard = {
    ...card,
    tiers,
    igvPercent: card.igvPercent.trim().replace(",", "."),
    tolerance: card.tolerance.trim().replace(",", "."),
  }
  const canSave = day !== "" && isComplete(typed)
  const write = (at: number, changed: AdminFeeTier) =>
    setCard({ ...card, tiers: card.tiers.map((tier, index) => (index === at ? changed : tier)) })
  const remove = (at: number) =>
    setCard({ ...card, tiers: openLast(card.tiers.filter((_, index) => index !== at)) })
  return (
    <SettingDrawer
      setting={setting}
      hint={t("settings.rate.text")}
      change={canSave ? { value: typed, validFrom: day } : null}
      canReset={false}
      onClose={onClose}
    >
      <TextField label={t("settings.rate.from")} type="date" required value={day} onText={setDay} />
      {card.tiers.map((tier, at) => (
        <TierFields
          key={at}
          tier={tier}
          number={at + 1}
          isLast={at === card.tiers.length - 1}
          onWrite={(changed) => write(at, changed)}
          onRemove={card.tiers.length > 1 ? () => remove(at) : undefined}
        />
      ))}
      <Button
        size="small"
        variant="secondary"
        type="button"
        onClick={() => setCard({ ...card, tiers: [...card.tiers, {}] })}
      >
        {t("settings.rate.add")}
      </Button>
      <div className="grid grid-cols-1 gap-2 md:grid-cols-3">
        <TextField
          label={t("settings.rate.igv")}
          inputMode="decimal"
          value={card.igvPercent}
          onText={(igvPercent) => setCard({ ...card, igvPercent })}
        />
        <TextField
          label={t("settings.rate.tolerance")}
          inputMode="decimal"
          value={card.tolerance}
          onText={(tolerance) => setCard({ ...card, tolerance })}
        />
        <TextField
          label={t("settings.rate.currency")}
          maxLength={3}
          value={card.currency}
          onText={(currency) => setCard({ ...card, currency: currency.toUpperCase() })}
        />
      </div>
      <Preview card={canSave ? typed : null} />
      <CardsByDate setting={setting} cards={cards} />
    </SettingDrawer>
  )
}

function openLast(tiers: AdminFeeTier[]): AdminFeeTier[] {
  return tiers.map((tier, at) => (at === tiers.length - 1 ? { ...tier, upTo: undefined } : tier))
}

function Preview({ card }: { card: AdminRateCard | null }) {
  const { t } = useText()
  const costs = card && feeBy(card, EXAMPLE)
  const money = (amount: string) => displayMoney(amount, card?.currency ?? "")
  return (
    <Text size="small" role="status" className="bg-ui-bg-subtle rounded-md px-3 py-2">
      {costs
        ? t("settings.rate.preview", {
            amount: money(EXAMPLE),
            fee: money(costs.fee),
            igv: money(costs.igv),
          })
        : t("settings.rate.incomplete")}
    </Text>
  )
}
