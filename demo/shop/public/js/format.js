const SOLES = new Intl.NumberFormat("es-PE", { style: "currency", currency: "PEN" })
const DEADLINE = new Intl.DateTimeFormat("es-PE", {
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "numeric",
  minute: "2-digit",
  hour12: true,
  timeZone: "America/Lima",
})
const LARGEST_GROUP = 4

/** `69.9` becomes `S/ 69.90`. */
export function soles(amount) {
  return SOLES.format(amount)
}

/** An instant in words, on Lima's clock: `lunes 23 de noviembre, 1:41 a. m.` */
export function deadline(iso) {
  const unbroken = (time) => time.replaceAll(/\s/g, "\u00a0")
  return DEADLINE.format(new Date(iso))
    .replace(/^([^\s,]+), /, "$1 ")
    .replace(/\d+:\d+\s.*$/, unbroken)
}

/** A payment code in groups of nearly equal length: `2523136` becomes `2523 136`. */
export function groupCode(code) {
  const groups = Math.ceil(code.length / LARGEST_GROUP)
  const parts = []
  for (let rest = code, left = groups; left > 0; left--) {
    const length = Math.ceil(rest.length / left)
    parts.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return parts.join(" ")
}

/** Time left as `23 h 59 min 08 s`, or null when it is over. */
export function timeLeft(iso, now = Date.now()) {
  const seconds = Math.floor((Date.parse(iso) - now) / 1000)
  if (seconds <= 0) return null
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const two = (number) => String(number).padStart(2, "0")
  return `${hours} h ${two(minutes)} min ${two(seconds % 60)} s`
}
