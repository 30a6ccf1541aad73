import { DEFAULT_GATEWAY, definitionOf, GATEWAY_IDS, type GatewayId } from "../gateways"

/** One option of a gateway, as merchants write it. */
export interface GatewayOption {
  gateway: GatewayId
  name: string
  /** With its block: `block.name`. */
  path: string
  environment: string | undefined
  isRequired: boolean
  isNumber: boolean
}

export function optionsOf(gateway: GatewayId): GatewayOption[] {
  const { options, environment } = definitionOf(gateway)
  return Object.entries(options).map(([name, schema]) => ({
    gateway,
    name,
    path: gateway === DEFAULT_GATEWAY ? name : `${gateway}.${name}`,
    environment: environment[name],
    isRequired: !accepts(schema, undefined),
    isNumber: accepts(schema, 1),
  }))
}

export const GATEWAY_OPTIONS: readonly GatewayOption[] = GATEWAY_IDS.flatMap(optionsOf)

/** Where a gateway's own options stand among all of them. */
export function ownOptions(
  gateway: GatewayId,
  options: Record<string, unknown>,
): Record<string, unknown> | undefined {
  return gateway === DEFAULT_GATEWAY
    ? options
    : (options[gateway] as Record<string, unknown> | undefined)
}

function accepts(schema: unknown, value: unknown): boolean {
  return (schema as { safeParse(value: unknown): { success: boolean } }).safeParse(value).success
}
