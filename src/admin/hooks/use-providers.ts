import { useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/client"
import { KEY } from "./query-keys"

const PREFIX = "pp_pagoefectivo_"
const FRESH_MS = 5 * 60_000
const MAX_PROVIDERS = 100

/** Ids of this plugin's payment providers; most stores have one. */
export function useProviders(): string[] {
  const { data } = useQuery({
    queryKey: [`${KEY}_providers`],
    queryFn: async () => {
      const { payment_providers } = await sdk.admin.payment.listPaymentProviders({
        limit: MAX_PROVIDERS,
      })
      return payment_providers.map(({ id }) => id).filter((id) => id.startsWith(PREFIX))
    },
    staleTime: FRESH_MS,
    retry: false,
  })
  return data ?? []
}

/** The entry's id, as the store's options name it. */
export function providerName(providerId: string): string {
  return providerId.startsWith(PREFIX) ? providerId.slice(PREFIX.length) : providerId
}
