import { useEffect, useState } from "react"

/** The dashboard's own colours, so that charts follow its light and dark theme. */
const VARIABLES = {
  text: "--fg-subtle",
  grid: "--border-base",
  first: "--tag-blue-icon",
  second: "--tag-green-icon",
  warm: "--tag-orange-icon",
} as const

export type Palette = Record<keyof typeof VARIABLES, string>

function read(): Palette {
  const style = getComputedStyle(document.documentElement)
  const entries = Object.entries(VARIABLES).map(([name, variable]) => [
    name,
    style.getPropertyValue(variable).trim(),
  ])
  return Object.fromEntries(entries) as Palette
}

export function usePalette(): Palette {
  const [palette, setPalette] = useState(read)
  useEffect(() => {
    const watcher = new MutationObserver(() => setPalette(read()))
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["class"] })
    return () => watcher.disconnect()
  }, [])
  return palette
}
