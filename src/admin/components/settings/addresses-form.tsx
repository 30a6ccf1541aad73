import { Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../hooks/use-text"
import { Labelled } from "../common/labelled"
import type { SettingFormProps } from "./setting-form-props"
import { SettingDrawer } from "./setting-drawer"

export function AddressesForm({ setting, onClose }: SettingFormProps) {
  const { t } = useText()
  const [text, setText] = useState(((setting.value ?? []) as string[]).join("\n"))
  const addresses = text.split(/[\s,;]+/).filter(Boolean)
  return (
    <SettingDrawer
      setting={setting}
      hint={setting.description}
      change={addresses.length > 0 ? { value: addresses } : null}
      onClose={onClose}
    >
      <Labelled label={t("settings.addresses")}>
        {(id) => (
          <Textarea
            id={id}
            rows={6}
            inputMode="email"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Labelled>
    </SettingDrawer>
  )
}
