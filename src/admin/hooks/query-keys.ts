import type { QueryClient } from "@tanstack/react-query"

export const KEY = "pagoefectivo"

/** After an action nearly everything may have changed: the voucher, its cases, the sums. */
export function refreshAll(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: [KEY] })
}

/** What the dashboard itself keeps about orders. */
export function refreshOrders(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ["orders"] })
}
