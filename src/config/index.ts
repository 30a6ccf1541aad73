import "./require-medusa"

export {
  setOutside,
  withSettings,
  type DatedRateCard,
  type OptionsInForce,
  type StoreRateCards,
  type StoredSetting,
} from "./apply-settings"
export { isLocalHost } from "../gateways/shared/local-host"
export { PagoEfectivoOptionsError } from "./options-error"
export type { OptionOrigin } from "./option-origins"
export type { OptionsInput } from "./options-schema"
export { PROVIDER_ENTRY_ID, providerIdOf, type ProviderEntry } from "./provider-entries"
export { resolveOptions, type PagoEfectivoOptions } from "./resolve-options"
export {
  DATED_SETTING,
  isRuntimeSetting,
  readSetting,
  RUNTIME_SETTINGS,
  SettingValueError,
  type RuntimeSetting,
} from "./runtime-settings"
export { shownOptions, type ShownOption } from "./shown-options"
export { PROVIDER_DEPENDENCIES, withPagoEfectivo, type Registration } from "./with-pagoefectivo"
