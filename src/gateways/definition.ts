import type { z } from "zod"
import type { GatewayDeps } from "./deps"
import type { PaymentGateway } from "./gateway"

/** What a gateway is told about the store that sells through it. */
export interface StoreFacts {
  environment: "sandbox" | "production"
  /** The store's own hook for this provider. */
  notificationUrl: string
  adminEmail?: string
  fallbackPhone?: string
}

/**
 * Everything that the plugin has to know about a gateway beside the port: its options in the
 * configuration and in the environment, and how it is made. Each folder here exports one.
 */
export interface GatewayDefinition<
  Shape extends z.ZodRawShape = z.ZodRawShape,
  Options extends object = object,
> {
  /** Its options, each with its schema. What is not optional has to be set. */
  readonly options: Shape
  /** The environment variable of each option that may come from there. */
  readonly environment: { readonly [Name in keyof Shape]?: string }
  /** Options that no message ever shows. */
  readonly secrets: readonly (keyof Shape & string)[]
  /** What a vendor's test keys look like: such keys are refused in production. */
  readonly testKeys: { readonly [Name in keyof Shape]?: RegExp }
  /** From what the merchant has set to what `create` takes. */
  configure(own: z.output<z.ZodObject<Shape>>, store: StoreFacts): Options
  /**
   * Nothing is called until the gateway's first use.
   * @throws RangeError naming an option that can't work.
   */
  create(options: Options, deps?: GatewayDeps): PaymentGateway
}

/** Keeps the types of what it is given. */
export function defineGateway<Shape extends z.ZodRawShape, Options extends object>(
  definition: GatewayDefinition<Shape, Options>,
): GatewayDefinition<Shape, Options> {
  return definition
}
