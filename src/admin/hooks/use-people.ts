import { useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/client"
import { KEY } from "./query-keys"
import { useText } from "./use-text"

const MAX_USERS = 200
const FRESH_MS = 5 * 60_000

interface Person {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
}

/** Names behind the ids that histories keep. */
export function usePeople() {
  const { t } = useText()
  const { data } = useQuery({
    queryKey: [`${KEY}_people`],
    queryFn: async () => {
      const { users } = await sdk.admin.user.list({
        limit: MAX_USERS,
        fields: "id,email,first_name,last_name",
      })
      return new Map((users as Person[]).map((person) => [person.id, nameOf(person)]))
    },
    staleTime: FRESH_MS,
    retry: false,
  })
  return (actor: string | null): string => {
    if (!actor) return t("actors.nobody")
    if (actor === "system" || actor === "gateway" || actor === "shopper") {
      return t(`actors.${actor}`)
    }
    return data?.get(actor) ?? t("actors.admin")
  }
}

function nameOf({ first_name, last_name, email }: Person): string {
  return [first_name, last_name].filter(Boolean).join(" ") || email
}
