import type { Centimos } from "../peru/centimos"
import { multiplyHalfUp } from "../peru/rounding"
import { percentParts, WHOLE_IN_PARTS } from "./percent"

/** Peru's general rate, where no rate card says another. */
export const IGV_PERCENT = "18"

/** The base is `fee × denominator ÷ (denominator + numerator)`. */
export interface IgvRatio {
  numerator: number
  denominator: number
}

export function igvRatio(percent: string): IgvRatio {
  return { numerator: percentParts(percent), denominator: WHOLE_IN_PARTS }
}

/**
 * The IGV within a fee. No report tells it apart. A rate card rounds the base, and then the IGV on it;
 * from their sum this finds the very same two.
 */
export function igvWithin(fee: Centimos, { numerator, denominator }: IgvRatio): Centimos {
  return fee - multiplyHalfUp(fee, denominator, denominator + numerator)
}
