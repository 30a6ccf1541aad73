import { useEffect, useState, type KeyboardEvent } from "react"
import type { AdminSearchHit } from "../../http-types"

const STEP: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

interface Options {
  listId: string
  /** There is something to show for what was typed. */
  isAsked: boolean
  hits: AdminSearchHit[]
  onChosen: (hit: AdminSearchHit) => void
}

/** The list below a search's field: arrow keys walk through it, Enter opens, Esc closes. */
export function useSearchList({ listId, isAsked, hits, onChosen }: Options) {
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(0)
  const isShown = isOpen && isAsked
  const chosen = hits[active]
  useEffect(() => {
    if (isShown)
      document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" })
  }, [isShown, active, listId])
  const walk = (step: number) => {
    setIsOpen(true)
    setActive((place) => (isShown ? (place + step + hits.length) % hits.length : 0))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEP[event.key]
    if (event.key === "Escape" && isShown) setIsOpen(false)
    else if (step !== undefined && hits.length > 0) walk(step)
    else if (event.key === "Enter" && isShown && chosen) onChosen(chosen)
    else return
    event.preventDefault()
  }
  return {
    isShown,
    active,
    setActive,
    onKeyDown,
    activeId: isShown && chosen ? `${listId}-${active}` : undefined,
    open: () => setIsOpen(true),
    close: () => setIsOpen(false),
    startOver: () => {
      setActive(0)
      setIsOpen(true)
    },
  }
}
