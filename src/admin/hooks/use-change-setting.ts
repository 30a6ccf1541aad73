import { useState } from "react"
import type { AdminSetting, AdminSettingResponse } from "../../http-types"
import { post } from "../lib/client"
import { useAction } from "./use-action"
import { useText } from "./use-text"

interface Change {
  /** Null: back to what is configured. */
  value: unknown
  /** Of a rate card. */
  validFrom?: string
}

/**
 * Changes a setting as it was when the form opened: what a colleague changed meanwhile is refused
 * and not overwritten.
 */
export function useChangeSetting(setting: AdminSetting) {
  const { t } = useText()
  const [version] = useState(setting.version)
  return useAction<Change, AdminSettingResponse>({
    run: ({ value, validFrom }) =>
      post(`/settings/${setting.name}`, {
        value,
        version,
        ...(validFrom && { valid_from: validFrom }),
        ...(setting.provider_id && { provider_id: setting.provider_id }),
      }),
    done: (_, { value }) => t(value === null ? "settings.taken_back" : "settings.saved"),
  })
}
