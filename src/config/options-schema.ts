import { z } from "zod"
import { voucherContentSchema } from "../voucher/content/voucher-content"
import { alertsSchema } from "./alerts-schema"
import { gatewayFields, providerEntrySchema } from "./gateway-schema"
import { CONFIG_LIMITS as LIMITS } from "./limits"
import { settlementSchema } from "./settlement-schema"

const url = z.url({ protocol: /^https?$/ })

const wholeNumber = (min: number, max: number) => z.number().int().min(min).max(max)

const decimal = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,2})?$/, 'a decimal amount as text, like "1500.00"')

const webhookSchema = z.strictObject({
  /** Addresses or CIDR ranges that notices may come from; none means any. */
  allowedIps: z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).default([]),
})

const pollingSchema = z.strictObject({
  /** Whether waiting codes are asked about when no notice comes. */
  enabled: z.boolean().default(true),
  /** Codes asked about in one run (every five minutes). */
  batchSize: wholeNumber(1, LIMITS.maxPollingBatch).default(LIMITS.defaultPollingBatch),
})

export const voucherSchema = z.strictObject({
  /** Where to pay, what to ask for, and the wording, on page, PDF and e-mail. */
  content: voucherContentSchema.prefault({}),
  /** An image on the backend's own host, or a `data:` URI. */
  logoUrl: z.string().min(1).max(LIMITS.maxLogoLength).optional(),
  /** How shoppers reach the shop, in words: an address, a number, a mailbox. */
  contact: z.string().trim().min(1).max(LIMITS.maxContactLength).optional(),
})

/** `false`: not sent. With `template`, the e-mail provider renders its own template from our data. */
const emailSchema = z
  .union([z.boolean(), z.strictObject({ template: z.string().trim().min(1) })])
  .default(true)

const emailsSchema = z.strictObject({
  /** Order placed: the code, how to pay it, and the PDF. */
  issued: emailSchema,
  /** `reminderMinutes` before the deadline. */
  expiring: emailSchema,
  paid: emailSchema,
  /** Deadline passed, with a link to order again. */
  expired: emailSchema,
  /** Money was given back by bank transfer. */
  refunded: emailSchema,
  /** Sender; the e-mail provider's own when not set. */
  from: z.string().trim().min(3).max(LIMITS.maxEmailLength).optional(),
})

/**
 * What a merchant may set. Everything may also come from the environment (see `environment.ts`);
 * an option written in the configuration wins.
 */
export const optionsSchema = z.strictObject({
  /** `sandbox` (the vendor's integration host, or the local sandbox) or `production`. */
  environment: z.enum(["sandbox", "production"]).default("sandbox"),
  /** Lets `production` start with test hosts, loopback hosts or the sandbox's keys. For rehearsals only. */
  allowTestSettingsInProduction: z.boolean().default(false),
  ...gatewayFields,
  /** Several payment providers in one store; none means the one `pp_pagoefectivo_pagoefectivo`. */
  providers: z.array(providerEntrySchema).min(1).max(LIMITS.maxProviders).optional(),
  /** Which of `providers` a provider entry is; `withPagoEfectivo` sets it. */
  entry: z.string().optional(),
  /** Hours from issue until a code can't be paid any more. */
  voucherHours: wholeNumber(1, LIMITS.maxVoucherHours).default(LIMITS.defaultVoucherHours),
  /** Whether a code's deadline is exactly `voucherHours` after issue, or that day's end in Lima. */
  voucherDeadline: z.enum(["hours", "end-of-day"]).default("hours"),
  /** Minutes after a code's deadline until its unpaid order is cancelled. */
  cancelGraceMinutes: wholeNumber(0, LIMITS.maxCancelGraceMinutes).default(
    LIMITS.defaultCancelGraceMinutes,
  ),
  /** Minutes before a code's deadline at which `pagoefectivo.voucher_expiring` is sent; 0 never. */
  reminderMinutes: wholeNumber(0, LIMITS.maxReminderMinutes).default(LIMITS.defaultReminderMinutes),
  /** The most that one code may cost, by contract with PagoEfectivo; none means the vendor decides. */
  maximumAmount: decimal.optional(),
  storeUrl: url.optional(),
  backendUrl: url.optional(),
  /** The shop's name on vouchers and as payment concept. */
  shopName: z.string().trim().min(1).max(LIMITS.maxShopNameLength).optional(),
  /** Sent for guests without a phone: the vendor's manual wants one. */
  fallbackPhone: z
    .string()
    .regex(/^\+?\d[\d ]{5,18}$/, 'a phone number like "+51 987654321"')
    .optional(),
  /** Receives PagoEfectivo's copy of each code. */
  adminEmail: z.email().max(LIMITS.maxEmailLength).optional(),
  /** What shoppers see. */
  voucher: voucherSchema.prefault({}),
  /** E-mails to shoppers, through the store's Notification Module. */
  emails: emailsSchema.prefault({}),
  webhook: webhookSchema.prefault({}),
  polling: pollingSchema.prefault({}),
  settlement: settlementSchema.prefault({}),
  alerts: alertsSchema.prefault({}),
  /** Days that raw notices and reports are kept. */
  retentionDays: wholeNumber(LIMITS.minRetentionDays, LIMITS.maxRetentionDays).default(
    LIMITS.defaultRetentionDays,
  ),
})

export type OptionsInput = Partial<z.input<typeof optionsSchema>>
export type ParsedOptions = z.output<typeof optionsSchema>
