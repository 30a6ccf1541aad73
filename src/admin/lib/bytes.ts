const UNITS = ["B", "kB", "MB", "GB"] as const

/** `1.4 MB`; powers of 1000, as file managers show it. */
export function formatBytes(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`
}
