import { defineGateway } from "../definition"
import { addressOption, keyOption } from "../shared/option-schemas"
import { MercadoPagoGateway } from "./gateway"
import type { MercadoPagoGatewayOptions } from "./options"

/** PagoEfectivo as Mercado Pago Peru sells it. */
export const mercadoPagoDefinition = defineGateway({
  options: {
    accessToken: keyOption,
    /** The application's secret for webhooks, from Mercado Pago's panel. */
    webhookSecret: keyOption,
    baseUrl: addressOption.optional(),
    /** Where Mercado Pago sends notices; by default the backend's own hook. */
    notificationUrl: addressOption.optional(),
  },
  environment: {
    accessToken: "PAGOEFECTIVO_MERCADOPAGO_ACCESS_TOKEN",
    webhookSecret: "PAGOEFECTIVO_MERCADOPAGO_WEBHOOK_SECRET",
    baseUrl: "PAGOEFECTIVO_MERCADOPAGO_BASE_URL",
    notificationUrl: "PAGOEFECTIVO_MERCADOPAGO_NOTIFICATION_URL",
  },
  secrets: ["accessToken", "webhookSecret"],
  testKeys: { accessToken: /^TEST-/ },
  configure: (own, store): MercadoPagoGatewayOptions => ({
    accessToken: own.accessToken,
    webhookSecret: own.webhookSecret,
    ...(own.baseUrl && { baseUrl: own.baseUrl }),
    notificationUrl: own.notificationUrl ?? store.notificationUrl,
  }),
  create: (options, deps) => new MercadoPagoGateway(options, deps),
})
