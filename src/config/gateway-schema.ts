import { z } from "zod"
import { DEFAULT_GATEWAY, GATEWAY_IDS, GATEWAYS, type GatewayId } from "../gateways"

type BlockId = Exclude<GatewayId, typeof DEFAULT_GATEWAY>

/** Gateways whose options stand in a block of their name. */
export const BLOCK_IDS = GATEWAY_IDS.filter((id): id is BlockId => id !== DEFAULT_GATEWAY)

/** Needed where `gateway` is the block's name. */
const blocks = Object.fromEntries(
  BLOCK_IDS.map((id) => [id, z.strictObject(GATEWAYS[id].options).optional()]),
) as {
  [Id in BlockId]: z.ZodOptional<z.ZodObject<(typeof GATEWAYS)[Id]["options"], z.core.$strict>>
}

/** Through whom codes are issued, and with which credentials. */
export const gatewayFields = {
  gateway: z.enum(GATEWAY_IDS as [GatewayId, ...GatewayId[]]).default(DEFAULT_GATEWAY),
  ...z.object(GATEWAYS[DEFAULT_GATEWAY].options).partial().shape,
  ...blocks,
}

/** One payment provider of several; what it leaves out is taken from the options around it. */
export const providerEntrySchema = z.strictObject({
  /** Ends the provider's id: `shop` makes `pp_pagoefectivo_shop`. */
  id: z.string().regex(/^[a-z0-9]{1,40}$/, "1 to 40 lower-case letters and digits"),
  ...gatewayFields,
  gateway: gatewayFields.gateway.unwrap().optional(),
})
