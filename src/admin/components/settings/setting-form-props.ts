import type { AdminSetting } from "../../../http-types"

/** What every form of a setting is given. */
export interface SettingFormProps {
  setting: AdminSetting
  onClose: () => void
}
