import { Input, Select } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../hooks/use-text"
import type { AdminSettingsResponse } from "../../../http-types"
import { Labelled } from "../common/labelled"
import type { SettingFormProps } from "./setting-form-props"
import { SettingDrawer } from "./setting-drawer"

const LANGUAGES = ["es", "en"] as const
type Language = (typeof LANGUAGES)[number]
type Wording = Partial<Record<Language, Record<string, string>>>

interface Props extends SettingFormProps {
  texts: AdminSettingsResponse["voucher_texts"]
}

/** The merchant's own texts; what is left empty stays as it is by default. */
export function VoucherTextsForm({ setting, texts, onClose }: Props) {
  const { t } = useText()
  const [language, setLanguage] = useState<Language>("es")
  const [own, setOwn] = useState<Wording>((setting.value ?? {}) as Wording)
  const write = (key: string, text: string) =>
    setOwn({ ...own, [language]: { ...own[language], [key]: text } })
  return (
    <SettingDrawer
      setting={setting}
      hint={t("settings.seconds_hint")}
      change={{ value: withoutEmpty(own) }}
      onClose={onClose}
    >
      <Labelled label={t("settings.texts_form.language")} hint={t("settings.texts_form.hint")}>
        {(id) => (
          <Select value={language} onValueChange={(value) => setLanguage(value as Language)}>
            <Select.Trigger id={id}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {LANGUAGES.map((value) => (
                <Select.Item key={value} value={value}>
                  {t(`settings.texts_form.${value}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        )}
      </Labelled>
      {Object.entries(texts[language]).map(([key, standard]) => (
        <Labelled key={`${language}:${key}`} label={key}>
          {(id) => (
            <Input
              id={id}
              placeholder={standard}
              value={own[language]?.[key] ?? ""}
              onChange={({ target }) => write(key, target.value)}
            />
          )}
        </Labelled>
      ))}
    </SettingDrawer>
  )
}

function withoutEmpty(own: Wording): Wording {
  const languages = Object.entries(own).map(([language, texts]) => [
    language,
    Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim())),
  ])
  return Object.fromEntries(
    languages.filter(([, texts]) => Object.keys(texts as object).length > 0),
  )
}
