import type { MedusaContainer } from "@medusajs/framework/types"

/**
 * - `done`: nothing is missing.
 * - `missing`: this can do it.
 * - `blocked`: a person has to decide something first.
 * - `left`: nothing is wrong, and a person may want to do something.
 */
export type SetupState = "done" | "missing" | "blocked" | "left"

export interface SetupFinding {
  state: SetupState
  /** Which case it is, where a state has several; with the values that belong into the sentence. */
  data: Record<string, unknown> & { finding?: string }
}

export interface SetupWishes {
  /**
   * What one unit of a currency is worth in the currency of Peru's region; `from` null takes the store's
   * own currency. Null prices nothing.
   */
  rate: { from: string | null; rate: string } | null
  /** Of the shipping option that is made, in the currency of Peru's region; null takes the usual one. */
  shippingPrice: string | null
}

export interface SetupContext {
  container: MedusaContainer
  wishes: SetupWishes
  /** The payment providers that Peru's region is to offer. */
  providerIds: readonly string[]
  /** In which shoppers from Peru pay. */
  currencyCode: string
  /** In which the store has its prices otherwise; null where it has none. */
  ownCurrencyCode: string | null
}

/** One thing that a store needs before it sells to Peru. Doing it again does nothing. */
export interface SetupStep {
  look(context: SetupContext): Promise<SetupFinding>
  /** Called where `look` said `missing`; may have been cut short before. */
  run(context: SetupContext): Promise<void>
}

export function found(
  state: SetupState,
  data: Record<string, unknown> & { finding?: string } = {},
): SetupFinding {
  return { state, data }
}
