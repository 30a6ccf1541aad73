import { z } from "zod"
import { defineGateway } from "../definition"
import { addressOption, keyOption } from "../shared/option-schemas"
import { DirectGateway } from "./gateway"
import { MAX_SERVICE_ID } from "./limits"
import type { DirectGatewayOptions } from "./options"

/** The vendor's hosts (technical manual 1.1, section on environments). */
export const VENDOR_BASE_URLS = {
  sandbox: "https://pre1a.services.pagoefectivo.pe/v1",
  production: "https://services.pagoefectivo.pe/v1",
} as const

/** PagoEfectivo's own API. */
export const directDefinition = defineGateway({
  options: {
    accessKey: keyOption,
    secretKey: keyOption,
    serviceId: z.number().int().min(1).max(MAX_SERVICE_ID),
    /** The direct API's root, up to and including `/v1`. */
    baseUrl: addressOption.optional(),
  },
  environment: {
    accessKey: "PAGOEFECTIVO_ACCESS_KEY",
    secretKey: "PAGOEFECTIVO_SECRET_KEY",
    serviceId: "PAGOEFECTIVO_SERVICE_ID",
    baseUrl: "PAGOEFECTIVO_BASE_URL",
  },
  secrets: ["accessKey", "secretKey"],
  testKeys: {},
  configure: (own, { environment, adminEmail, fallbackPhone }): DirectGatewayOptions => ({
    accessKey: own.accessKey,
    secretKey: own.secretKey,
    serviceId: own.serviceId,
    baseUrl: own.baseUrl ?? VENDOR_BASE_URLS[environment],
    adminEmail,
    fallbackPhone,
  }),
  create: (options, deps) => new DirectGateway(options, deps),
})
