import { useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/client"
import { KEY } from "./query-keys"
import { useText } from "./use-text"

const MAX_USERS = 200
const FRESH_MS = 5 * 60_000

interface User {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
}

export interface Person {
  id: string
  name: string
}

/** The store's admin users by name; none for whoever may not see them. */
export function useColleagues(): Person[] {
  const { data } = useQuery({
    queryKey: [`${KEY}_people`],
    queryFn: async () => {
      const { users } = await sdk.admin.user.list({
        limit: MAX_USERS,
        fields: "id,email,first_name,last_name",
      })
      return (users as User[])
        .map((user) => ({ id: user.id, name: nameOf(user) }))
        .sort((one, other) => one.name.localeCompare(other.name))
    },
    staleTime: FRESH_MS,
    retry: false,
  })
  return data ?? []
}

/** Names behind the ids that histories keep. */
export function usePeople() {
  const { t } = useText()
  const colleagues = useColleagues()
  return (actor: string | null): string => {
    if (!actor) return t("actors.nobody")
    if (actor === "system" || actor === "gateway" || actor === "shopper") {
      return t(`actors.${actor}`)
    }
    return colleagues.find(({ id }) => id === actor)?.name ?? t("actors.admin")
  }
}

function nameOf({ first_name, last_name, email }: User): string {
  return [first_name, last_name].filter(Boolean).join(" ") || email
}
