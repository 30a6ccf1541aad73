/**
 * The sandbox's keys as Mercado Pago. Invented, public, and refused in production: a store that sells
 * with them would accept notices that anybody can sign.
 */
export const MERCADOPAGO_SANDBOX_KEYS = {
  accessToken: "APP_USR-0000000000000000-sandbox-not-real",
  webhookSecret: "sandbox-webhook-secret-not-real",
  /** `collector_id` and `user_id`. */
  userId: 44_444,
} as const
