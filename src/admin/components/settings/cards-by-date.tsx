import { Button, Text } from "@medusajs/ui"
import { useChangeSetting } from "../../hooks/use-change-setting"
import { useFormat } from "../../hooks/use-format"
import { useRateCardText } from "../../hooks/use-rate-card-text"
import { useText } from "../../hooks/use-text"
import { Guarded } from "../common/guarded"
import type { AdminDatedRateCard, AdminSetting } from "../../../http-types"

interface Props {
  setting: AdminSetting
  cards: AdminDatedRateCard[]
}

/** The cards that were entered, each with a button that takes it back. */
export function CardsByDate({ setting, cards }: Props) {
  const { t } = useText()
  const { day } = useFormat()
  const cardText = useRateCardText()
  if (cards.length === 0) return null
  return (
    <section className="flex flex-col gap-y-2">
      <h3 className="txt-small-plus font-sans">{t("settings.rate.entered")}</h3>
      <ul className="flex flex-col gap-y-2">
        {cards.map(({ valid_from, card }) => (
          <li key={valid_from} className="flex items-start justify-between gap-x-2">
            <Text size="small" className="min-w-0 break-words">
              {t("settings.card_from", { day: day(valid_from ?? ""), card: cardText(card) })}
            </Text>
            {/* With the version, so that a second one can be taken back after the first. */}
            {valid_from && <TakeBack key={setting.version} setting={setting} from={valid_from} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function TakeBack({ setting, from }: { setting: AdminSetting; from: string }) {
  const { t } = useText()
  const { day } = useFormat()
  const change = useChangeSetting(setting)
  return (
    <Guarded right="setting:update">
      <Button
        size="small"
        variant="transparent"
        type="button"
        className="shrink-0"
        aria-label={t("settings.rate.take_back_named", { day: day(from) })}
        isLoading={change.isPending}
        onClick={() => change.mutate({ value: null, validFrom: from })}
      >
        {t("settings.rate.take_back")}
      </Button>
    </Guarded>
  )
}
