import { LIMA } from "../../peru/lima"
import { parseInstant } from "./instant"
import { zoneClock } from "./zone"

export const limaClock = zoneClock(LIMA)

/**
 * An ISO 8601 date with or without time; without an offset it is Lima's.
 * @returns milliseconds since 1970 UTC, or `NaN` for what can't be read
 */
export function limaInstant(text: string): number {
  return parseInstant(text, "iso", limaClock)
}
