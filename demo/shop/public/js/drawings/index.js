import { trusted } from "../html.js"
import { CRAFTS } from "./crafts.js"
import { PANTRY } from "./pantry.js"
import { TEXTILES } from "./textiles.js"

const DRAWINGS = { ...PANTRY, ...TEXTILES, ...CRAFTS }
const ANYTHING = {
  background: "#e9e2d4",
  shapes: `<rect x="70" y="55" width="100" height="80" rx="8" fill="#b98b5e"/><path d="M70 80h100" stroke="#8d6236" stroke-width="6"/>`,
}

/** A product's picture. It repeats what the title says, so it is hidden from readers. */
export function drawing(handle) {
  const { background, shapes } = DRAWINGS[handle] ?? ANYTHING
  return trusted(
    `<svg viewBox="0 0 240 180" aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMid slice">` +
      `<rect width="240" height="180" fill="${background}"/>` +
      `<ellipse cx="120" cy="152" rx="74" ry="9" fill="#000" opacity=".1"/>${shapes}</svg>`,
  )
}
