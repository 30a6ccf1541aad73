import { z } from "zod"
import { GATEWAY_IDS, type GatewayId } from "../gateways"
import { CONFIG_LIMITS as LIMITS } from "./limits"

const url = z.url({ protocol: /^https?$/ })
const key = z.string().min(1).max(LIMITS.maxKeyLength)

/** Credentials of the direct API; all three are needed where `gateway` is `direct`. */
const directFields = {
  accessKey: key.optional(),
  secretKey: key.optional(),
  serviceId: z.number().int().min(1).max(LIMITS.maxServiceId).optional(),
  /** The direct API's root, up to and including `/v1`. */
  baseUrl: url.optional(),
}

/** Needed where `gateway` is `mercadopago`. */
const mercadopagoSchema = z.strictObject({
  accessToken: key,
  /** The application's secret for webhooks, from Mercado Pago's panel. */
  webhookSecret: key,
  baseUrl: url.optional(),
  /** Where Mercado Pago sends notices; by default the backend's own hook. */
  notificationUrl: url.optional(),
})

/** Through whom codes are issued, and with which credentials. */
export const gatewayFields = {
  gateway: z.enum(GATEWAY_IDS as [GatewayId, ...GatewayId[]]).default("direct"),
  ...directFields,
  mercadopago: mercadopagoSchema.optional(),
}

/** One payment provider of several; what it leaves out is taken from the options around it. */
export const providerEntrySchema = z.strictObject({
  /** Ends the provider's id: `direct` makes `pp_pagoefectivo_direct`. */
  id: z.string().regex(/^[a-z0-9]{1,40}$/, "1 to 40 lower-case letters and digits"),
  ...gatewayFields,
  gateway: gatewayFields.gateway.unwrap().optional(),
})
