import { PNG } from "pngjs"

const SIDE = 192
const CORNER_RADIUS = 40
const DISC_RADIUS = 44
const RED = [0xa3, 0x1d, 0x46] as const
const YELLOW = [0xf6, 0xc3, 0x44] as const

/** A shop's logo as a `data:` URI: a yellow disc on a red square with round, transparent corners. */
export const LOGO = `data:image/png;base64,${drawLogo().toString("base64")}`

function drawLogo(): Buffer {
  const png = new PNG({ width: SIDE, height: SIDE })
  const middle = (SIDE - 1) / 2
  for (let pixel = 0; pixel < SIDE * SIDE; pixel += 1) {
    const [x, y] = [Math.abs((pixel % SIDE) - middle), Math.abs(Math.floor(pixel / SIDE) - middle)]
    const inner = SIDE / 2 - CORNER_RADIUS
    const beyond = Math.hypot(Math.max(0, x - inner), Math.max(0, y - inner)) - CORNER_RADIUS
    const alpha = Math.round(Math.min(1, Math.max(0, 0.5 - beyond)) * 255)
    png.data.set([...(Math.hypot(x, y) < DISC_RADIUS ? YELLOW : RED), alpha], pixel * 4)
  }
  return PNG.sync.write(png)
}
