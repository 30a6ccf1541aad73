import { z } from "zod"
import { CONFIG_LIMITS as LIMITS } from "./limits"

/** Who is told about cases, how, and in which language. The admin's feed always is. */
export const alertsSchema = z.strictObject({
  language: z.enum(["es", "en", "zh"]).default("es"),
  /** Sent through the store's own e-mail provider in the Notification Module. */
  email: z
    .strictObject({
      to: z.array(z.email().max(LIMITS.maxEmailLength)).min(1).max(LIMITS.maxAlertRecipients),
    })
    .optional(),
  /** A robot of a DingTalk group with "additional signature" as its security setting. */
  dingtalk: z
    .strictObject({
      /** The robot's address with its access token. */
      webhook: z.url({ protocol: /^https?$/ }),
      /** The robot's signing secret, `SEC…`. */
      secret: z.string().min(1).max(LIMITS.maxKeyLength),
    })
    .optional(),
  /** A case that opens between two runs is reported at once from this amount at risk on. */
  threshold: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,2})?$/, 'a decimal amount as text, like "500.00"')
    .default("0.00"),
})

export type AlertOptions = z.output<typeof alertsSchema>
