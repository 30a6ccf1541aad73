import { useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/client"
import { KEY } from "./query-keys"

/** The id of whoever is logged in; undefined until it is known. */
export function useMe(): string | undefined {
  const { data } = useQuery({
    queryKey: [`${KEY}_me`],
    queryFn: () => sdk.admin.user.me({ fields: "id" }),
    staleTime: Infinity,
  })
  return data?.user.id
}
