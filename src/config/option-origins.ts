import { DEFAULT_GATEWAY } from "../gateways"
import { environmentName } from "./environment"
import { GATEWAY_OPTIONS } from "./gateway-options"

/** Who said what an option is. */
export interface OptionOrigin {
  /** `code`: given to `withPagoEfectivo`. */
  source: "code" | "environment" | "default"
  /** The environment's variable that was read. */
  variable: string | null
}

export interface OptionOrigins {
  /** Of an option as merchants write it; of a gateway's option also in one entry of `providers`. */
  of(path: string, entryId?: string): OptionOrigin
}

type Options = Record<string, unknown>

const DEFAULT: OptionOrigin = { source: "default", variable: null }
const CODE: OptionOrigin = { source: "code", variable: null }

/** Where each option is from, told while they are put together: `merged` is what was made of both. */
export function optionOrigins(
  input: Options,
  merged: Options,
  env: NodeJS.ProcessEnv,
): OptionOrigins {
  const atTop = (path: string): OptionOrigin => {
    if (optionAt(input, path) !== undefined) return CODE
    if (optionAt(merged, path) !== undefined) return fromEnvironment(environmentName(path))
    // Medusa's own variable, where the plugin's is not set.
    const isByMedusa = path === "backendUrl" && env.MEDUSA_BACKEND_URL !== undefined
    return isByMedusa ? fromEnvironment("MEDUSA_BACKEND_URL") : DEFAULT
  }
  return {
    of: (path, entryId) => {
      const own = entryId === undefined ? undefined : entryOf(input, entryId)
      if (!own || !ofGateway(path)) return atTop(path)
      if (optionAt(own, path) !== undefined) return CODE
      // A block in an entry stands for the whole block around it.
      const block = blockOf(path)
      return block && own[block] !== undefined ? DEFAULT : atTop(path)
    },
  }
}

function fromEnvironment(variable: string | undefined): OptionOrigin {
  return { source: "environment", variable: variable ?? null }
}

function entryOf({ providers }: Options, entryId: string): Options | undefined {
  return (providers as Options[] | undefined)?.find(({ id }) => id === entryId)
}

function ofGateway(path: string): boolean {
  return path === "gateway" || GATEWAY_OPTIONS.some((option) => option.path === path)
}

function blockOf(path: string): string | undefined {
  const found = GATEWAY_OPTIONS.find((option) => option.path === path)
  return found && found.gateway !== DEFAULT_GATEWAY ? found.gateway : undefined
}

/** `settlement.dueBusinessDays` of nested options. */
export function optionAt(options: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, name) =>
        typeof value === "object" && value !== null ? (value as Options)[name] : undefined,
      options,
    )
}
