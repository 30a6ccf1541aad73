import { Button, Text } from "@medusajs/ui"
import { useChangeSetting } from "../../hooks/use-change-setting"
import { useFormat } from "../../hooks/use-format"
import { usePeople } from "../../hooks/use-people"
import { useSettingName, useSettingText } from "../../hooks/use-setting-text"
import { useText } from "../../hooks/use-text"
import { Guarded } from "../common/guarded"
import type { AdminSetting, AdminSettingChange } from "../../../http-types"
import { SideDrawer } from "../common/side-drawer"

interface Props {
  setting: AdminSetting
  onClose: () => void
}

/** Who changed a setting from what to what, the newest first; the newest can be undone. */
export function SettingHistory({ setting, onClose }: Props) {
  const { t } = useText()
  const name = useSettingName()(setting)
  return (
    <SideDrawer isOpen onClose={onClose} title={t("settings.history")} subtitle={name}>
      <section className="px-6 py-4">
        <ol className="flex flex-col gap-y-4">
          {setting.changes.map((change, at) => (
            <Change
              key={change.id}
              change={change}
              setting={setting}
              canUndo={at === 0 && setting.can_change}
            />
          ))}
        </ol>
      </section>
    </SideDrawer>
  )
}

interface ChangeProps {
  change: AdminSettingChange
  setting: AdminSetting
  canUndo: boolean
}

function Change({ change, setting, canUndo }: ChangeProps) {
  const { t } = useText()
  const { day, dateTime } = useFormat()
  const nameOf = usePeople()
  const textOf = useSettingText()
  const words = (value: unknown) =>
    value === null
      ? t(change.valid_from ? "settings.none" : "settings.as_configured")
      : textOf(setting, value).join(" ")
  return (
    <li className="border-ui-border-base border-l-2 pl-3">
      {change.valid_from && (
        <Text size="small" weight="plus">
          {t("settings.valid_from", { day: day(change.valid_from) })}
        </Text>
      )}
      <Text size="small" className="break-words">
        {t("settings.replaced", { before: words(change.from), after: words(change.to) })}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("timeline.by", { at: dateTime(change.at), who: nameOf(change.by) })}
      </Text>
      {canUndo && <Undo key={change.version} change={change} setting={setting} />}
    </li>
  )
}

/** A new line of history that sets what was there before. */
function Undo({ change, setting }: Omit<ChangeProps, "canUndo">) {
  const { t } = useText()
  const undo = useChangeSetting(setting)
  return (
    <Guarded right="setting:update">
      <Button
        size="small"
        variant="secondary"
        className="mt-2"
        isLoading={undo.isPending}
        onClick={() =>
          undo.mutate({ value: change.from, validFrom: change.valid_from ?? undefined })
        }
      >
        {t("settings.undo")}
      </Button>
    </Guarded>
  )
}
