import { useEffect, useMemo, useState } from "react"

/** Which rows of the page in view are selected; another page starts anew. */
export function useSelection(ids: string[]) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const page = ids.join()
  useEffect(() => setSelected(new Set()), [page])
  return useMemo(() => {
    const toggle = (id: string) =>
      setSelected((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      })
    const toggleAll = () =>
      setSelected((before) => (before.size === ids.length ? new Set() : new Set(ids)))
    return { selected, toggle, toggleAll, clear: () => setSelected(new Set()) }
  }, [selected, ids])
}
