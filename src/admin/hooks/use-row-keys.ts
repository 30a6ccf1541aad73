import { useRef, type KeyboardEvent } from "react"

/** Marks a row that keys can reach. */
export const rowIn = { "data-list-row": "" } as const

const STEP: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/** Arrow keys (or j and k) walk through the rows, Enter opens one, x or the space bar selects it. */
export function useRowKeys() {
  const container = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-list-row]")
    if (!row || event.target !== row) return
    const step = STEP[event.key]
    if (step !== undefined) neighbour(container.current, row, step)?.focus()
    else if (event.key === "Enter") row.click()
    else if (event.key === "x" || event.key === " ") check(row)?.click()
    else return
    event.preventDefault()
  }
  return { container, onKeyDown }
}

function neighbour(container: HTMLElement | null, row: HTMLElement, step: number) {
  const rows = [...(container?.querySelectorAll<HTMLElement>("[data-list-row]") ?? [])]
  return rows[rows.indexOf(row) + step]
}

function check(row: HTMLElement) {
  return row.querySelector<HTMLElement>("[data-row-check]")
}
