import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { get, type Query } from "../lib/client"
import { errorStatus } from "../lib/error-text"
import { KEY } from "./query-keys"

const RETRIES = 2

interface Options {
  enabled?: boolean
  /** Keeps the rows of the page before while the next ones come. */
  keepsPrevious?: boolean
  refetchInterval?: number | false | ((data: unknown) => number | false)
}

/** One of the plugin's admin routes. A refusal by the store is not asked for again. */
export function useResource<Answer>(path: string, query: Query = {}, options: Options = {}) {
  const { refetchInterval, keepsPrevious, enabled } = options
  return useQuery<Answer>({
    queryKey: [KEY, path, query],
    queryFn: ({ signal }) => get<Answer>(path, query, signal),
    retry: (failures, error) => failures < RETRIES && (errorStatus(error) ?? 500) >= 500,
    enabled,
    placeholderData: keepsPrevious ? keepPreviousData : undefined,
    refetchInterval:
      typeof refetchInterval === "function"
        ? ({ state }) => refetchInterval(state.data)
        : refetchInterval,
  })
}
