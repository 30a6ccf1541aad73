import { Trash } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useText } from "../../hooks/use-text"
import type { AdminFeeTier } from "../../../http-types"
import { TextField } from "../common/text-field"

interface Props {
  tier: AdminFeeTier
  number: number
  /** The last one has no limit. */
  isLast: boolean
  onWrite: (tier: AdminFeeTier) => void
  onRemove?: () => void
}

export function TierFields({ tier, number, isLast, onWrite, onRemove }: Props) {
  const { t } = useText()
  return (
    <fieldset>
      <legend className="txt-small-plus mb-1">{t("settings.rate.tier", { number })}</legend>
      <div className="flex items-end gap-x-2">
        <div className="grid min-w-0 flex-1 grid-cols-3 gap-2">
          <TextField
            label={t("settings.rate.up_to")}
            inputMode="decimal"
            disabled={isLast}
            placeholder={isLast ? t("settings.rate.no_limit") : undefined}
            value={tier.upTo ?? ""}
            onText={(upTo) => onWrite({ ...tier, upTo })}
          />
          <TextField
            label={t("settings.rate.fixed")}
            inputMode="decimal"
            value={tier.fixed ?? ""}
            onText={(fixed) => onWrite({ ...tier, fixed })}
          />
          <TextField
            label={t("settings.rate.percent")}
            inputMode="decimal"
            value={tier.percent ?? ""}
            onText={(percent) => onWrite({ ...tier, percent })}
          />
        </div>
        {onRemove && (
          <IconButton
            type="button"
            variant="transparent"
            aria-label={t("settings.rate.remove", { number })}
            onClick={onRemove}
          >
            <Trash />
          </IconButton>
        )}
      </div>
    </fieldset>
  )
}
