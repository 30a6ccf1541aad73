import { useState } from "react"
import { useSettingName } from "../../hooks/use-setting-text"
import { useText } from "../../hooks/use-text"
import { TextField } from "../common/text-field"
import type { SettingFormProps } from "./setting-form-props"
import { SettingDrawer } from "./setting-drawer"

export function ContactForm({ setting, onClose }: SettingFormProps) {
  const { t } = useText()
  const name = useSettingName()(setting)
  const [contact, setContact] = useState(String(setting.value ?? ""))
  return (
    <SettingDrawer
      setting={setting}
      hint={t("settings.seconds_hint")}
      change={contact.trim() ? { value: contact.trim() } : null}
      onClose={onClose}
    >
      <TextField
        label={name}
        hint={t("settings.contact_hint")}
        required
        value={contact}
        onText={setContact}
      />
    </SettingDrawer>
  )
}
