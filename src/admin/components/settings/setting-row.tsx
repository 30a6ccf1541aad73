import { Badge, Button, Text } from "@medusajs/ui"
import { useSettingName, useSettingText } from "../../hooks/use-setting-text"
import { useText } from "../../hooks/use-text"
import { Guarded } from "../common/guarded"
import type { AdminSetting } from "../../../http-types"

interface Props {
  setting: AdminSetting
  onChange: () => void
  onHistory: () => void
}

const COLORS = { code: "blue", environment: "purple", default: "grey", admin: "green" } as const

/** One option: what it is, what is in force, where that is from, and what can be done. */
export function SettingRow({ setting, onChange, onHistory }: Props) {
  const { t } = useText()
  const name = useSettingName()(setting)
  const values = useSettingText()(setting, setting.value)
  return (
    <li className="flex flex-col gap-2 px-6 py-4 md:flex-row md:items-start md:gap-x-6">
      <div className="min-w-0 flex-1">
        <h3 className="txt-small-plus font-sans">{name}</h3>
        <Text size="xsmall" className="text-ui-fg-subtle break-words">
          {setting.description}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle break-all font-mono">
          {setting.name}
        </Text>
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-y-1">
        {values.map((value) => (
          <Text key={value} size="small" className="break-words">
            {value}
          </Text>
        ))}
        <div className="flex flex-wrap items-center gap-2">
          <Badge size="2xsmall" color={COLORS[setting.source]}>
            {t(`settings.source.${setting.source}`)}
          </Badge>
          {setting.environment && (
            <Text size="xsmall" className="text-ui-fg-subtle break-all font-mono">
              {setting.environment}
            </Text>
          )}
        </div>
      </div>
      <div className="flex gap-2 md:w-48 md:shrink-0 md:justify-end">
        {setting.changes.length > 0 && (
          <Button
            size="small"
            variant="transparent"
            aria-label={t("settings.history_named", { name })}
            onClick={onHistory}
          >
            {t("settings.history")}
          </Button>
        )}
        {setting.can_change && (
          <Guarded right="setting:update">
            <Button
              size="small"
              variant="secondary"
              aria-label={t("settings.change_named", { name })}
              onClick={onChange}
            >
              {t("settings.change")}
            </Button>
          </Guarded>
        )}
      </div>
    </li>
  )
}
