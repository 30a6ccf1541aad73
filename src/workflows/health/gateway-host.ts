import type { ProviderEntry } from "../../config"

/** Where a provider's gateway stands; undefined where its code alone knows. */
export function gatewayHost({ gateway }: ProviderEntry): string | undefined {
  return gateway.baseUrl === undefined ? undefined : new URL(gateway.baseUrl).hostname
}
