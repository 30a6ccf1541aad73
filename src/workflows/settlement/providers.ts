import type { PagoEfectivoOptions } from "../../config"
import { refused } from "../../errors/refusal"

/**
 * The payment provider that a person means; in a store with several it has to be said, because money
 * that is given to the wrong one is hard to find again.
 * @throws MedusaError (invalid_data) naming what was found and which providers there are.
 */
export function namedProvider(
  options: Pick<PagoEfectivoOptions, "entries">,
  wanted?: string | null,
): string {
  if (wanted || options.entries.length === 1) return providerIdFor(options, wanted)
  throw unknownProvider(options, "nothing")
}

/**
 * The payment provider that a report belongs to, by its full id
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
  throw unknownProvider({ entries }, JSON.stringify(wanted))
}

function unknownProvider({ entries }: Pick<PagoEfectivoOptions, "entries">, found: string) {
  return refused("no_such_provider", {
    found,
    known: entries.map(({ providerId }) => providerId).join(" or "),
  })
}
