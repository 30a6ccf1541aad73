import { PROVIDER_ENTRY_ID, type PagoEfectivoOptions } from "../../config"

/** The payment provider whose reports are imported unless said otherwise: the store's first. */
export function defaultProviderId({ providers }: PagoEfectivoOptions): string {
  return `pp_pagoefectivo_${providers?.[0]?.id ?? PROVIDER_ENTRY_ID}`
}
