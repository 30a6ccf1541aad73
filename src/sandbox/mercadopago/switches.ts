import { z } from "zod"
import { fromDecimalText } from "../money"

/** What Mercado Pago's documents leave open, or what goes wrong on purpose. */
export interface MercadoPagoSwitches {
  /** `min_allowed_amount` and `max_allowed_amount`, decimal strings. Default 5.00 and 10000.00. */
  minimumAmount: string
  maximumAmount: string
  /** Whether `GET /v1/payment_methods` lists PagoEfectivo as active. Default true. */
  methodActive: boolean
  /** Spelling of the status; newer documents write one l. Default `cancelled`. */
  cancelledSpelling: "cancelled" | "canceled"
  /** Sends `payment.created` when a payment is made. Default true. */
  createdNotices: boolean
  /** Sends an unsigned legacy IPN (`?topic=payment&id=`) beside each notice. Default false. */
  ipnTwins: boolean
  /** `ts` of `x-signature` in seconds or milliseconds; both are seen. Default `milliseconds`. */
  timestamps: "seconds" | "milliseconds"
  /** Milliseconds added to `ts`; negative for the past. Default 0. */
  timestampShiftMs: number
  /** False: a part of a payment is refused with 3024. Default true. */
  partialRefunds: boolean
  /** Days from approval within which a payment can be refunded. Default 90. */
  refundWindowDays: number
  /** What a new refund answers. Default `approved`. */
  refundStatus: "approved" | "in_process" | "rejected"
  /** A repeated key of a refund answers the same refund, or 404 with 2032 (`used`). Default `same`. */
  repeatedRefundKey: "same" | "used"
  /** Which `notification_url` is taken; `https`: no other, and no more than 248 characters. Default `any`. */
  notificationUrls: "any" | "https"
  /** Next report requests that are answered 203: accepted, and nothing made. Default 0. */
  reportsNotMade: number
  /** Next report requests that are answered 400: the account has its maximum of reports. Default 0. */
  reportsRefused: number
  /** Next reports whose task fails: they stand in the list as `failed`. Default 0. */
  reportsFailed: number
  /** The status that the list shows of a report that is there; `null`: none. Default `null`. */
  reportStatus: string | null
  /** Looks at the list until a report appears there; `null`: it never does. Default 1. */
  reportAfterLooks: number | null
  /** Codes (CIPs or payment ids) whose money is not released. Default none. */
  heldPayments: string[]
  /** Sends what is free to the bank, at the end of each release report. Default false. */
  payouts: boolean
  /** `other_columns`, or a file that ends in the middle (`cut`). Default `whole`. */
  reportFile: "whole" | "other_columns" | "cut"
}

export const DEFAULT_MERCADOPAGO_SWITCHES: MercadoPagoSwitches = {
  minimumAmount: "5.00",
  maximumAmount: "10000.00",
  methodActive: true,
  cancelledSpelling: "cancelled",
  createdNotices: true,
  ipnTwins: false,
  timestamps: "milliseconds",
  timestampShiftMs: 0,
  partialRefunds: true,
  refundWindowDays: 90,
  refundStatus: "approved",
  repeatedRefundKey: "same",
  notificationUrls: "any",
  reportsNotMade: 0,
  reportsRefused: 0,
  reportsFailed: 0,
  reportStatus: null,
  reportAfterLooks: 1,
  heldPayments: [],
  payouts: false,
  reportFile: "whole",
}

const MAX_SHIFT_MS = 366 * 24 * 60 * 60 * 1_000
const MAX_COUNT = 1_000
const amount = z
  .string()
  .refine((text) => fromDecimalText(text) !== null, 'expected an amount above zero such as "69.90"')
const count = z.number().int().min(0).max(MAX_COUNT)

export const mercadoPagoSwitchesSchema = z
  .strictObject({
    minimumAmount: amount,
    maximumAmount: amount,
    methodActive: z.boolean(),
    cancelledSpelling: z.enum(["cancelled", "canceled"]),
    createdNotices: z.boolean(),
    ipnTwins: z.boolean(),
    timestamps: z.enum(["seconds", "milliseconds"]),
    timestampShiftMs: z.number().int().min(-MAX_SHIFT_MS).max(MAX_SHIFT_MS),
    partialRefunds: z.boolean(),
    refundWindowDays: count,
    refundStatus: z.enum(["approved", "in_process", "rejected"]),
    repeatedRefundKey: z.enum(["same", "used"]),
    notificationUrls: z.enum(["any", "https"]),
    reportsNotMade: count,
    reportsRefused: count,
    reportsFailed: count,
    reportStatus: z.string().min(1).max(20).nullable(),
    reportAfterLooks: count.nullable(),
    heldPayments: z.array(z.string().min(1).max(20)).max(MAX_COUNT),
    payouts: z.boolean(),
    reportFile: z.enum(["whole", "other_columns", "cut"]),
  } satisfies Record<keyof MercadoPagoSwitches, z.ZodType>)
  .partial()
