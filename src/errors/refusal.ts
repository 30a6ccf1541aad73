import { MedusaError } from "@medusajs/framework/utils"
import { fill, type Placeholders, type Values } from "./fill"
import { REFUSALS, type RefusalCode } from "./refusals"

/** Why something was refused, for programs and translations. */
export interface RefusalReason {
  code: string
  values: Values
}

type ValuesOf<Code extends RefusalCode> = Record<
  Placeholders<(typeof REFUSALS)[Code]["says"]>,
  string | number
>

/** Those without placeholders need no values; `currency` goes with amounts. */
type Arguments<Code extends RefusalCode> = [Placeholders<(typeof REFUSALS)[Code]["says"]>] extends [
  never,
]
  ? []
  : [values: ValuesOf<Code> & { currency?: string }]

/**
 * A refusal in Medusa's form, which says in English what the catalogue says, and carries its code and
 * values. They are plain properties: an error that came through a workflow is a plain object.
 */
export function refused<Code extends RefusalCode>(
  code: Code,
  ...given: Arguments<Code>
): MedusaError {
  const { type, says } = REFUSALS[code]
  const values: Values = given[0] ?? {}
  const error = new MedusaError(type, fill(says, values), code)
  return withReason(error, { code, values })
}

/** Gives an error a code and values beside its own. */
export function withReason<Known extends Error>(error: Known, reason: RefusalReason): Known {
  return Object.assign(error, { refusal: reason })
}

/** Why, or null for an error that is no refusal of this plugin's. */
export function reasonOf(error: unknown): RefusalReason | null {
  const { refusal } = (error ?? {}) as { refusal?: RefusalReason }
  return refusal ?? null
}
