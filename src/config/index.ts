import "./require-medusa"

export { isLocalHost } from "../gateways/shared/local-host"
export { PagoEfectivoOptionsError } from "./options-error"
export type { OptionsInput } from "./options-schema"
export { PROVIDER_ENTRY_ID, providerIdOf, type ProviderEntry } from "./provider-entries"
export { resolveOptions, type PagoEfectivoOptions } from "./resolve-options"
export { PROVIDER_DEPENDENCIES, withPagoEfectivo, type Registration } from "./with-pagoefectivo"
