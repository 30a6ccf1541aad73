import { useText } from "../../hooks/use-text"
import { Labelled } from "../common/labelled"

interface Props {
  /** Undefined: as the format says. */
  value: string | undefined
  onValue: (currency: string | undefined) => void
}

/** In which currency rows are that name none. */
export function CurrencyChoice({ value, onValue }: Props) {
  const { t } = useText()
  return (
    <Labelled label={t("upload.currency")}>
      {(id) => (
        <select
          id={id}
          className="bg-ui-bg-field border-ui-border-base txt-compact-small h-8 max-w-80 rounded-md border px-2"
          value={value ?? ""}
          onChange={(event) => onValue(event.target.value || undefined)}
        >
          <option value="">{t("upload.currency_of_format")}</option>
          <option value="PEN">PEN</option>
          <option value="USD">USD</option>
        </select>
      )}
    </Labelled>
  )
}
