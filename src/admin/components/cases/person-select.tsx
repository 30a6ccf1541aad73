import { Select } from "@medusajs/ui"
import { useMe } from "../../hooks/use-me"
import { useColleagues } from "../../hooks/use-people"
import { useText } from "../../hooks/use-text"

/** A value of its own, because a choice can't be empty. */
const NOBODY = "nobody"

interface Props {
  label: string
  value: string | null
  onPerson: (id: string | null) => void
  disabled?: boolean
}

/** Who takes care of something: a colleague, oneself first, or nobody. */
export function PersonSelect({ label, value, onPerson, disabled }: Props) {
  const { t } = useText()
  const colleagues = useColleagues()
  const me = useMe()
  const isKnown = value === null || colleagues.some(({ id }) => id === value)
  const ordered = [...colleagues].sort(
    (one, other) => Number(other.id === me) - Number(one.id === me),
  )
  return (
    <Select
      size="small"
      value={value ?? NOBODY}
      disabled={disabled}
      onValueChange={(chosen) => onPerson(chosen === NOBODY ? null : chosen)}
    >
      <Select.Trigger aria-label={label} className="w-full max-w-60">
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        <Select.Item value={NOBODY}>{t("actors.nobody")}</Select.Item>
        {!isKnown && <Select.Item value={value}>{t("actors.admin")}</Select.Item>}
        {ordered.map(({ id, name }) => (
          <Select.Item key={id} value={id}>
            {name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
