import { MedusaError } from "@medusajs/framework/utils"
import type { PagoEfectivoOptions } from "../../config"

/**
 * The payment provider that a report or a deposit belongs to, by its full id
 * (`pp_pagoefectivo_mercadopago`) or its entry's (`mercadopago`); unless named, the store's first.
 * @throws MedusaError (invalid_data) naming what was found and which providers there are.
 */
export function providerIdFor(
  { entries }: Pick<PagoEfectivoOptions, "entries">,
  wanted?: string | null,
): string {
  const known = wanted
    ? entries.find(({ id, providerId }) => wanted === id || wanted === providerId)
    : entries[0]
  if (known) return known.providerId
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `provider_id: found ${JSON.stringify(wanted)}, expected ${entries.map(({ providerId }) => providerId).join(" or ")}.`,
  )
}
