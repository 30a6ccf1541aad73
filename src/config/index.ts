export { PagoEfectivoOptionsError } from "./options-error"
export type { OptionsInput } from "./options-schema"
export { resolveOptions, VENDOR_BASE_URLS, type PagoEfectivoOptions } from "./resolve-options"
export {
  PROVIDER_DEPENDENCIES,
  PROVIDER_ENTRY_ID,
  withPagoEfectivo,
  type Registration,
} from "./with-pagoefectivo"
