import { MAX_PERCENT_DECIMALS } from "./limits"

const SCALE = 10 ** MAX_PERCENT_DECIMALS

/** The parts of a whole that a percentage is counted in, so that it multiplies exactly. */
export const WHOLE_IN_PARTS = 100 * SCALE

/** A percentage such as `"3.5"` in these parts. */
export function percentParts(percent: string): number {
  const [whole = "0", fraction = ""] = percent.split(".")
  return Number(whole) * SCALE + Number(fraction.padEnd(MAX_PERCENT_DECIMALS, "0"))
}
