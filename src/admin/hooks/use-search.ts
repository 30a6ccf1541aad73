import { useEffect, useState } from "react"
import type { AdminSearchHit, AdminSearchResponse } from "../../http-types"
import { useResource } from "./use-resource"

/** Waits until typing pauses before the store is asked. */
const TYPING_PAUSE_MS = 250
const MIN_CHARACTERS = 2

export type HitKind = AdminSearchHit["kind"]

export interface HitGroup {
  kind: HitKind
  hits: { hit: AdminSearchHit; place: number }[]
}

/** What the store finds for a text, in groups; `place` counts through all of them. */
export function useSearch(typed: string) {
  const text = typed.trim()
  const [q, setQ] = useState("")
  useEffect(() => {
    const timer = setTimeout(() => setQ(text), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const isAsked = text.length >= MIN_CHARACTERS
  const { data, error, refetch } = useResource<AdminSearchResponse>(
    "/search",
    { q },
    { enabled: isAsked && q === text },
  )
  const answer = q === text ? data : undefined
  return {
    isAsked,
    error: q === text ? error : null,
    refetch,
    groups: answer && inGroups(answer.results),
    hits: answer?.results ?? [],
    searchedOrders: answer?.searched_orders ?? null,
  }
}

function inGroups(results: AdminSearchHit[]): HitGroup[] {
  const groups: HitGroup[] = []
  results.forEach((hit, place) => {
    const last = groups.at(-1)
    if (last?.kind === hit.kind) last.hits.push({ hit, place })
    else groups.push({ kind: hit.kind, hits: [{ hit, place }] })
  })
  return groups
}
