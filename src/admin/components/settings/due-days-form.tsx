import { useState } from "react"
import { useSettingName } from "../../hooks/use-setting-text"
import { useText } from "../../hooks/use-text"
import { TextField } from "../common/text-field"
import type { SettingFormProps } from "./setting-form-props"
import { SettingDrawer } from "./setting-drawer"

export function DueDaysForm({ setting, onClose }: SettingFormProps) {
  const { t } = useText()
  const name = useSettingName()(setting)
  const [days, setDays] = useState(String(setting.value ?? ""))
  return (
    <SettingDrawer
      setting={setting}
      hint={t("settings.days_hint")}
      change={/^\d+$/.test(days) ? { value: Number(days) } : null}
      onClose={onClose}
    >
      <TextField label={name} inputMode="numeric" required value={days} onText={setDays} />
    </SettingDrawer>
  )
}
