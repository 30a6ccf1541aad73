import { z } from "zod"
import {
  MAX_CREDENTIAL_WINDOW_MS,
  MAX_NOTICE_COPIES,
  MAX_SEARCH_ITEMS,
  MAX_WAIT_MS,
} from "./limits"
import { mercadoPagoSwitchesSchema } from "./mercadopago/switches"
import { fromDecimalText } from "./money"
import { OPERATIONS, type SandboxSwitches } from "./switches"

const wait = z.number().int().min(0).max(MAX_WAIT_MS)
const httpStatus = z.number().int().min(200).max(599)
export const decimalAmount = z
  .string()
  .refine((text) => fromDecimalText(text) !== null, 'expected an amount above zero such as "69.90"')
const rate = z.string().regex(/^\d{1,6}(\.\d{1,4})?$/, 'expected a decimal string such as "3.5"')

const faultCount = {
  times: z.number().int().min(1).max(1_000_000).optional(),
  committed: z.boolean().optional(),
}
const fault = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("answer"),
    status: httpStatus,
    body: z.enum(["vendor", "html", "empty"]).optional(),
    text: z.string().max(1_000_000).optional(),
    contentType: z.string().min(1).max(200).optional(),
    retryAfterSeconds: z.number().int().min(0).max(86_400).optional(),
    ...faultCount,
  }),
  z.strictObject({ kind: z.literal("drop"), ...faultCount }),
  z.strictObject({ kind: z.literal("hang"), ...faultCount }),
])

const perOperation = z.enum([...OPERATIONS, "all"])
function perStatus<T extends z.ZodType>(value: T) {
  return z.strictObject({
    generated: value,
    paid: value,
    expired: value,
    deleted: value,
    reversed: value,
  })
}

/** Checks a change of switches; unknown names are refused. */
export const switchesSchema = z
  .strictObject({
    latencyMs: z.partialRecord(perOperation, wait),
    faults: z.partialRecord(perOperation, fault.nullable()),
    down: z.union([z.literal(false), z.enum(["reset", "refuse"])]),
    strict: z.boolean(),
    dateRequestWindowMs: z.number().int().min(0).max(MAX_CREDENTIAL_WINDOW_MS).nullable(),
    tokenLifetimeMs: z.number().int().min(1_000).max(MAX_CREDENTIAL_WINDOW_MS),
    defaultVoucherLifetimeMs: z
      .number()
      .int()
      .min(1_000)
      .max(30 * MAX_CREDENTIAL_WINDOW_MS),
    maximumAmount: decimalAmount.nullable(),
    searchLimit: z.number().int().min(1).max(MAX_SEARCH_ITEMS),
    unknownCipAs: z.enum(["empty_object", "empty_fields"]),
    codeAs: z.enum(["number", "string"]),
    cipAs: z.enum(["number", "string"]),
    refusal: z.strictObject({ status: httpStatus, code: z.number().int() }),
    statusNumbers: perStatus(z.number().int()),
    statusNames: perStatus(z.string().max(100)),
    reversedAs: z.enum(["reversed", "generated"]),
    noticeForm: z.enum(["v1", "full"]),
    noticeLayout: z.enum(["compact", "indented"]),
    noticeCharset: z.boolean(),
    noticeUpperCaseSignature: z.boolean(),
    noticeSignature: z.enum(["valid", "wrong", "missing"]),
    noticeCopies: z.number().int().min(1).max(MAX_NOTICE_COPIES),
    noticeConcurrently: z.boolean(),
    noticeDelayMs: wait,
    noticesSuppressed: z.boolean(),
    noticesHeld: z.boolean(),
    noticeRetryDelayMs: wait,
    noticeTimeoutMs: z.number().int().min(1).max(MAX_WAIT_MS),
    reversalEventType: z.string().min(1).max(50).nullable(),
    feeCard: z.strictObject({
      tiers: z
        .array(
          z.strictObject({
            upTo: decimalAmount.optional(),
            fixed: rate.optional(),
            percent: rate.optional(),
          }),
        )
        .min(1)
        .max(50),
      igvPercent: rate,
    }),
    mercadoPago: mercadoPagoSwitchesSchema,
  } satisfies Record<keyof SandboxSwitches, z.ZodType>)
  .partial()
