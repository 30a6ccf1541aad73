import { Button, Text } from "@medusajs/ui"
import type { FormEvent, ReactNode } from "react"
import { useId } from "react"
import { useChangeSetting } from "../../hooks/use-change-setting"
import { useSettingName } from "../../hooks/use-setting-text"
import { useText } from "../../hooks/use-text"
import type { AdminSetting } from "../../../http-types"
import { SideDrawer } from "../common/side-drawer"

interface Props {
  setting: AdminSetting
  hint: string
  /** What would be sent; null: not complete yet. */
  change: { value: unknown; validFrom?: string } | null
  /** Whether what was changed as a whole can be taken back here. */
  canReset?: boolean
  onClose: () => void
  /** The fields. */
  children: ReactNode
}

/** The form of one setting, with the buttons that end it. */
export function SettingDrawer(props: Props) {
  const { setting, hint, change, canReset = true, onClose, children } = props
  const { t } = useText()
  const formId = useId()
  const name = useSettingName()(setting)
  const save = useChangeSetting(setting)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (change) save.mutate(change, { onSuccess: onClose })
  }
  return (
    <SideDrawer
      isOpen
      onClose={onClose}
      title={name}
      footer={
        <>
          {canReset && setting.source === "admin" && (
            <Button
              size="small"
              variant="transparent"
              className="mr-auto"
              disabled={save.isPending}
              onClick={() => save.mutate({ value: null }, { onSuccess: onClose })}
            >
              {t("settings.reset")}
            </Button>
          )}
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Button
            size="small"
            type="submit"
            form={formId}
            disabled={!change}
            isLoading={save.isPending}
          >
            {t("actions.save")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-y-4 px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle">
          {hint}
        </Text>
        {children}
      </form>
    </SideDrawer>
  )
}
