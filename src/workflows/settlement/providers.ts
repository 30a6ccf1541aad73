import { PROVIDER_ENTRY_ID } from "../../config"

/** The payment provider whose reports are imported unless said otherwise. */
export const DEFAULT_PROVIDER_ID = `pp_pagoefectivo_${PROVIDER_ENTRY_ID}`
