import type { PagoEfectivoOptions } from "./resolve-options"

/** Where the provider's notices are taken: Medusa's hook, under the provider's id without `pp_`. */
export function hookAddress(
  { backendUrl }: Pick<PagoEfectivoOptions, "backendUrl">,
  providerId: string,
): string {
  return `${backendUrl}/hooks/payment/${providerId.slice("pp_".length)}`
}
