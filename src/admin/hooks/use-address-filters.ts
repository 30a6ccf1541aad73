import { useCallback, useMemo } from "react"
import { useSearchParams } from "react-router-dom"

export const PAGE_SIZE = 20

/** Not filters: what is looked at, not which rows. */
const VIEW = new Set(["offset", "order", "case", "voucher", "notice", "report", "run"])

/**
 * A list's filters, order and place, kept in the address: a link shows the same list to a colleague,
 * and "back" works. Changing a filter starts the list over.
 */
export function useAddressFilters() {
  const [params, setParams] = useSearchParams()
  const values = useMemo(() => Object.fromEntries(params.entries()), [params])
  const set = useCallback(
    (changes: Record<string, string | null>) => {
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(changes)) {
            if (value) next.set(name, value)
            else next.delete(name)
          }
          if (Object.keys(changes).some((name) => !VIEW.has(name))) next.delete("offset")
          return next
        },
        { replace: true },
      )
    },
    [setParams],
  )
  const names = Object.keys(values).filter((name) => !VIEW.has(name))
  const clear = () => set(Object.fromEntries(names.map((name) => [name, null])))
  return {
    values,
    set,
    clear,
    isFiltered: names.length > 0,
    offset: offsetOf(values.offset),
    order: values.order,
  }
}

export type AddressFilters = ReturnType<typeof useAddressFilters>

function offsetOf(found: string | undefined): number {
  return found && /^\d{1,7}$/.test(found) ? Number(found) : 0
}
