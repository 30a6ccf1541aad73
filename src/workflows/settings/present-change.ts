import type { AdminSettingChange } from "../../http-types"
import type { SettingChange } from "../../modules/pagoefectivo"

export function presentChange(change: SettingChange): AdminSettingChange {
  return {
    id: change.id,
    name: change.name,
    provider_id: change.provider_id,
    version: change.version,
    valid_from: change.valid_from,
    from: change.previous,
    to: change.value,
    by: change.changed_by,
    at: new Date(change.at).toISOString(),
  }
}
